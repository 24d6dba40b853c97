import { createHash } from 'node:crypto';
import type { Progress, QuestionProgress, Scored } from '../journal/progress.ts';
import type { Question } from '../pack/schema.ts';
import { type Markup, markup } from './escape.ts';
import { STYLE } from './html-style.ts';
import { nameOf } from './lines.ts';
import { countInWords, isOneQuestion, nextInWords, selfInWords, titleOf } from './progress-words.ts';

const PLOT = { width: 560, height: 150, left: 34, right: 12, top: 10, bottom: 26 };
const OWN_STYLE = `
figure { margin: 0.5em 0; } svg { max-width: 100%; height: auto; }
svg text { fill: var(--ink); font: 12px system-ui, sans-serif; }
svg .rule { stroke: var(--line); } svg .line { stroke: var(--link); fill: none; stroke-width: 2; }
svg .dot { fill: var(--link); } svg .self { fill: none; stroke: var(--ink); stroke-width: 1.5; }
`;

/** How somebody is getting on, on one page that needs nothing else: a plot and a grid for each question. */
export function progressHtml(progress: Progress, questions: Question[]): string {
  const style = STYLE + OWN_STYLE;
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Your progress</title>
<style>${style}</style>
</head>
<body>
<main>
${page(progress, questions).markup}</main>
</body>
</html>
`;
}

function page(progress: Progress, questions: Question[]): Markup {
  const { self, next } = progress;
  return markup`<h1>Your progress</h1>
<p>${countInWords(progress, questions)}.</p>
${self === null ? null : markup`<p>${selfInWords(self)}</p>\n`}${
  next === null ? null : markup`<p><strong>Next:</strong> ${nextInWords(next, questions)}</p>\n`
}${progress.questions.length > 1 ? overview(progress, questions) : null}${progress.questions.map(
  (one, index) => section(one, titleOf(one.id, questions), index),
)}`;
}

/** The latest and the best score of each question, and the way to the rest. */
function overview(progress: Progress, questions: Question[]): Markup {
  const rows = progress.questions.map(({ id, answers, best }, index) => {
    const last = isOneQuestion(id) ? answers.at(-1)!.exact.toFixed(1) : '';
    return markup`<tr><th scope="row"><a href="#q${index + 1}">${titleOf(id, questions)}</a></th>
<td>${answers.length}</td><td>${last}</td><td>${best.exact.toFixed(1)}</td></tr>
`;
  });
  return markup`<table>
<thead><tr><th scope="col">Question</th><th scope="col">answers</th><th scope="col">latest score</th><th scope="col">best</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
`;
}

function section(one: QuestionProgress, title: string, index: number): Markup {
  // A line through answers to several questions, or through one dot, would say nothing.
  const trend = isOneQuestion(one.id) && one.answers.length > 1;
  return markup`<section>
<h2 id="q${index + 1}">${title}</h2>
${trend ? plot(one.answers, title) : null}
${grid(one, title)}
<h3>Your best answer so far, ${one.best.score} on ${date(one.best.at)}</h3>
<blockquote>${one.best.text}</blockquote>
</section>
`;
}

/** Scores over two or more answers in turn; one's own marks are rings. The table below it holds the same figures. */
function plot(answers: Scored[], title: string): Markup {
  const { width, height, left, right, top, bottom } = PLOT;
  const x = (index: number) => left + (index / (answers.length - 1)) * (width - left - right);
  const y = (score: number) => top + ((5 - score) / 4) * (height - top - bottom);
  const points = answers.map(({ exact }, index) => `${x(index).toFixed(1)},${y(exact).toFixed(1)}`).join(' ');
  const rules = [1, 2, 3, 4, 5].map(
    (
      score,
    ) => markup`<line class="rule" x1="${left}" x2="${width - right}" y1="${y(score)}" y2="${y(score)}"/>
<text x="${left - 10}" y="${y(score) + 4}" text-anchor="end">${score}</text>
`,
  );
  const dots = answers.map(
    (
      { exact, self },
      index,
    ) => markup`<circle class="dot" cx="${x(index).toFixed(1)}" cy="${y(exact).toFixed(1)}" r="4"/>
${self === null ? null : markup`<circle class="self" cx="${x(index).toFixed(1)}" cy="${y(self).toFixed(1)}" r="7"/>\n`}`,
  );
  const ends = [0, answers.length - 1].map(
    (index) =>
      markup`<text x="${x(index).toFixed(1)}" y="${height - 6}" text-anchor="${index === 0 ? 'start' : 'end'}">${date(answers[index]!.at)}</text>\n`,
  );
  const rings = answers.some(({ self }) => self !== null);
  return markup`<figure>
<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Scores over time: ${title}">
${rules}<polyline class="line" points="${points}"/>
${dots}${ends}</svg>
<figcaption class="soft">The score of each answer in turn, 1 to 5.${rings ? ' Rings are your own marks.' : ''}</figcaption>
</figure>`;
}

function grid({ answers, criteria }: QuestionProgress, title: string): Markup {
  const hasSelf = answers.some(({ self }) => self !== null);
  const row = (name: string, cells: (string | number)[]) =>
    markup`<tr><th scope="row">${name}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`;
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="Answers in turn: ${title}">
<table>
<thead><tr><th scope="col">Answer</th>${answers.map(({ at }) => markup`<th scope="col">${date(at)}</th>`)}</tr></thead>
<tbody>
${row(
  'score',
  answers.map(({ exact }) => exact.toFixed(1)),
)}${
  hasSelf
    ? row(
        'your own mark',
        answers.map(({ self }) => self ?? ''),
      )
    : null
}${criteria.map(({ id, met }) =>
  row(
    nameOf(id),
    met.map((one) => (one ? 'shown' : 'not shown')),
  ),
)}${row(
  'red flags',
  answers.map(({ flags }) => flags.map(nameOf).join(', ') || 'none'),
)}${row(
  'words',
  answers.map(({ words }) => words),
)}</tbody>
</table>
</div>`;
}

/** A day, the same wherever the page is read. */
function date(at: string): string {
  return at.slice(0, 10);
}
