import { type Asked, type Cohort, columnOf, type Person, type Spread } from './cohort.ts';
import { type Markup, markup } from './escape.ts';
import type { Graded } from './report.ts';
import { NOBODY } from './wording.ts';

/** The grid of candidates and questions: each mark leads to its answer. */
export function gridTable({ people, asked }: Cohort): Markup {
  const heads = ['Candidate', ...asked.map(({ title }) => title), 'Mean', 'Red flags'];
  const rows = people.map((person, row) => {
    const flags = person.graded.reduce((sum, { assessment }) => sum + assessment.redFlags.length, 0);
    return markup`<tr data-person="p${row + 1}" data-flags="${flags}"><th scope="row"><a href="#p${row + 1}"><bdi>${
      person.name ?? NOBODY
    }</bdi></a></th>${asked.map((column) => gridCell(person, row, column, asked))}<td>${
      person.mean?.toFixed(2) ?? '–'
    }</td><td>${flags}</td></tr>
`;
  });
  return scrollable(
    'grid',
    markup`<table id="grid-table"><thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table>`,
  );
}

function gridCell(person: Person, row: number, column: Asked, asked: Asked[]): Markup {
  const own = person.graded
    .map((graded, index) => ({ graded, id: `p${row + 1}-${index + 1}` }))
    .filter(({ graded }) => columnOf(graded, asked) === column);
  const score = own.length === 1 ? own[0]!.graded.assessment.score : null;
  return markup`<td class="s${score ?? 0}">${own.map(({ graded, id }) => gridMark(graded, id))}</td>`;
}

function gridMark({ assessment }: Graded, id: string): Markup {
  const { score, mark, redFlags } = assessment;
  const flag = redFlags.length === 0 ? null : markup` <abbr title="red flag">!</abbr>`;
  return markup`<a href="#${id}">${score ?? 'unscored'}</a>${flag}${
    mark === null ? null : markup` <small>marked ${mark}</small>`
  } `;
}

/** How the scores of each question are spread. */
export function spreadTable({ spreads }: Cohort): Markup {
  const rows = spreads.map(
    (spread) => markup`<tr><th scope="row">${spread.asked.title}</th>${spread.counts.map(
      (count) => markup`<td>${count}</td>`,
    )}<td>${spread.mean?.toFixed(2) ?? '–'}</td><td>${bar(spread)}</td></tr>
`,
  );
  return scrollable(
    'spread',
    markup`<table><thead><tr><th scope="col">Question</th>${[1, 2, 3, 4, 5].map(
      (score) => markup`<th scope="col">${score}</th>`,
    )}<th scope="col">Mean</th><th scope="col">Shares of 1 to 5</th></tr></thead>
<tbody>${rows}</tbody></table>`,
  );
}

const BAR = 200;

/** Widths are attributes, not styles: the page's policy lets no style attribute through. */
function bar({ counts }: Spread): Markup {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let x = 0;
  const parts = counts.map((count, index) => {
    const width = Math.round((BAR * count * 100) / total) / 100;
    const rect = markup`<rect class="s${index + 1}" x="${x}" y="0" width="${width}" height="14"/>`;
    x += width;
    return rect;
  });
  return markup`<svg viewBox="0 0 ${BAR} 14" width="${BAR}" height="14" aria-hidden="true">${parts}</svg>`;
}

const MOST_MISSED = 15;

/** The criteria fewest answers showed. */
export function missedTable({ missed, asked }: Cohort): Markup {
  const rows = missed.slice(0, MOST_MISSED).map(
    (
      one,
    ) => markup`<tr><td>${titleOf(one.question, asked)}</td><td>${one.statement}</td><td>${one.missed} of ${
      one.of
    }</td></tr>
`,
  );
  return scrollable(
    'missed',
    markup`<table><thead><tr><th scope="col">Question</th><th scope="col">Not shown</th><th scope="col">Answers</th></tr></thead>
<tbody>${rows}</tbody></table>`,
  );
}

/** The red flags heard, and from whom. */
export function flagTable({ flagged, people, asked }: Cohort): Markup {
  const numbers = new Map(people.map(({ name }, index) => [name, index + 1]));
  const rows = flagged.map(({ question, statement, severity, people: from }) => {
    const links = [...new Set(from)].map(
      (name, i) =>
        markup`${i === 0 ? '' : ', '}<a href="#p${numbers.get(name) ?? 0}"><bdi>${name ?? NOBODY}</bdi></a>`,
    );
    return markup`<tr><td>${titleOf(question, asked)}</td><td>${statement}</td><td>${severity}</td><td>${from.length}</td><td class="names">${links}</td></tr>
`;
  });
  return scrollable(
    'flags',
    markup`<table><thead><tr><th scope="col">Question</th><th scope="col">What was heard</th><th scope="col">Severity</th><th scope="col">Answers</th><th scope="col">From</th></tr></thead>
<tbody>${rows}</tbody></table>`,
  );
}

/** A wide table scrolls on its own, also by keyboard. */
function scrollable(id: string, table: Markup): Markup {
  return markup`<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}">${table}</div>`;
}

function titleOf(question: string, asked: Asked[]): string {
  return asked.find(({ id }) => id === question)?.title ?? question;
}
