import type { Assessment } from '../grading/assessment.ts';
import type { StarPart } from '../pack/schema.ts';
import { differences, graderInWords } from './beside.ts';
import { criterionOf, flagOf } from './cohort.ts';
import { type Markup, markup } from './escape.ts';
import { markedAnswer } from './html-marked.ts';
import type { Graded, ReportContext } from './report.ts';
import { askedInWords, LEVEL_WORDS, markInWords, PART_WORDS, scoreInWords } from './wording.ts';

/** One answer with its evidence marked, beside what it showed, missed and should change. */
export function answerArticle(graded: Graded, id: string, context: ReportContext): Markup {
  const { assessment, answer } = graded;
  const asked = askedInWords(graded, context);
  const mark = markInWords(assessment);
  return markup`<article id="${id}">
<h3>${asked.title} <span class="score s${assessment.score ?? 0}">${scoreInWords(assessment)}</span></h3>
${asked.prompt === null ? null : markup`<p class="prompt">${asked.prompt}</p>\n`}${
  mark === null ? null : markup`<p class="mark">${mark}</p>\n`
}<div class="sides">
<blockquote>${markedAnswer(answer, assessment)}</blockquote>
<div>${assessment.reason === null ? findings(assessment, context) : markup`<p>Not scored: ${assessment.reason.message}</p>`}</div>
</div>
${graded.beside === undefined ? null : secondOpinion(assessment, graded.beside)}</article>
`;
}

/** What the second grader makes of it, and where the two differ. */
function secondOpinion(assessment: Assessment, beside: Assessment): Markup {
  const rows = differences(assessment, beside).map(
    ({ what, first, second, quote }) =>
      markup`<tr><th scope="row">${what}</th><td>${first}</td><td>${second}</td><td>${quote}</td></tr>\n`,
  );
  const told =
    beside.reason !== null
      ? markup`<p>Not scored: ${beside.reason.message}</p>`
      : rows.length > 0
        ? markup`<table><thead><tr><th scope="col">They differ on</th><th scope="col">${assessment.grader.name}</th><th scope="col">${beside.grader.name}</th><th scope="col">In the words</th></tr></thead>
<tbody>${rows}</tbody></table>`
        : assessment.reason === null
          ? markup`<p>The two agree on every item.</p>`
          : null;
  return markup`<h4>Second opinion, ${graderInWords(beside)}: ${scoreInWords(beside)}</h4>
${told}
`;
}

function findings(assessment: Assessment, context: ReportContext): Markup {
  const { followUp, advice } = assessment;
  return markup`${starList(assessment)}${flagList(assessment, context)}${criteriaList(assessment, context)}${
    advice.length === 0
      ? null
      : markup`<h4>What to change</h4>
<ul>${advice.map(({ text }) => markup`<li>${text}</li>`)}</ul>
`
  }${followUp === null ? null : markup`<p><strong>They might ask next:</strong> ${followUp}</p>`}`;
}

function starList({ star }: Assessment): Markup {
  const parts = Object.entries(star) as [StarPart, Assessment['star'][StarPart]][];
  return markup`<p class="star">${parts.map(
    ([part, { level }]) =>
      markup`<span class="level${level}">${PART_WORDS[part]} ${LEVEL_WORDS[level]}</span> `,
  )}</p>
`;
}

function flagList({ question, redFlags, advice }: Assessment, context: ReportContext): Markup | null {
  if (redFlags.length === 0) return null;
  const items = redFlags.map(({ id, severity }) => {
    const flag = flagOf(context, question ?? '', id);
    // The advice below already says it when the flag is what to mend first.
    const instead = advice.some(({ about }) => about === id) ? undefined : flag?.instead;
    return markup`<li>${flag?.statement ?? id} (${severity})${
      instead === undefined ? null : markup` <em>Instead: ${instead}</em>`
    }</li>`;
  });
  return markup`<h4>Red flags</h4>
<ul class="flags">${items}</ul>
`;
}

function criteriaList({ question, criteria }: Assessment, context: ReportContext): Markup {
  const items = criteria.map(({ id, met }) => {
    const statement = criterionOf(context, question ?? '', id)?.statement ?? id;
    return markup`<li class="${met ? 'met' : 'unmet'}">${met ? 'Shown' : 'Not shown'}: ${statement}</li>`;
  });
  return markup`<h4>What a good answer shows</h4>
<ol>${items}</ol>
`;
}
