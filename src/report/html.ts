import { createHash } from 'node:crypto';
import { type Asked, type Cohort, cohortOf, type Person } from './cohort.ts';
import { type Markup, markup } from './escape.ts';
import { answerArticle } from './html-answer.ts';
import { flagTable, gridTable, missedTable, spreadTable } from './html-overview.ts';
import { SCRIPT } from './html-script.ts';
import { STYLE } from './html-style.ts';
import type { Graded, ReportContext, ReportKind } from './report.ts';
import { CAVEAT, inWords, type Summary, tally } from './summary.ts';
import { gapsInWords, gridInWords, NOBODY } from './wording.ts';

/** The cohort on one page that needs nothing else: the grid, spreads, gaps and flags, then everyone's answers. */
export const html: ReportKind = {
  holdsAll: true,
  sideBySide: true,
  open(context) {
    const graded: Graded[] = [];
    const { add, summary } = tally();
    return {
      add(one) {
        add(one.assessment);
        graded.push(one);
        return '';
      },
      *end() {
        const cohort = cohortOf(graded, context);
        yield HEAD;
        yield overview(cohort, summary()).markup;
        for (const [index, person] of cohort.people.entries()) {
          yield personSection(person, `p${index + 1}`, cohort.asked, context).markup;
        }
        yield `</main>\n<script>${SCRIPT}</script>\n</body>\n</html>\n`;
      },
    };
  },
};

/** Only this page's own style and script may act, nothing may be loaded, nothing sent. */
const POLICY = [
  "default-src 'none'",
  `style-src '${hashOf(STYLE)}'`,
  `script-src '${hashOf(SCRIPT)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const HEAD = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Answers and marks</title>
<style>${STYLE}</style>
</head>
<body>
<main>
`;

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function overview(cohort: Cohort, summary: Summary): Markup {
  return markup`<h1>Answers and marks</h1>
<p>${cohort.people.length} ${cohort.people.length === 1 ? 'candidate' : 'candidates'}, ${inWords(summary)}.</p>
<p class="soft">${CAVEAT}</p>
<h2 id="grid">At a glance</h2>
<div class="tools" hidden>
<label>Candidate <input type="search" id="filter-name"></label>
<label><input type="checkbox" id="filter-flags"> only with a red flag</label>
<span id="filter-count" role="status"></span>
</div>
<p class="soft">${gridInWords(cohort)}</p>
${gridTable(cohort)}
<h2 id="spread">How the scores are spread</h2>
${spreadTable(cohort)}
<h2 id="missed">Missed most often</h2>
${cohort.missed.length === 0 ? markup`<p>Nothing was missed.</p>` : missedTable(cohort)}
<h2 id="flags">Red flags</h2>
${cohort.flagged.length === 0 ? markup`<p>None was heard.</p>` : flagTable(cohort)}
<h2>The answers</h2>
<p class="soft">In each answer, <mark class="shown"><sup>2</sup>this</mark> showed the criterion of that number in the
list beside it, <mark class="star"><sup>A</sup>this</mark> is the Situation, Task, Action or Result, and <mark
class="flag"><sup>!</sup>this</mark> would worry a panel.</p>
`;
}

function personSection(person: Person, id: string, asked: Asked[], context: ReportContext): Markup {
  const gaps = gapsInWords(person, asked);
  return markup`<section class="person" id="${id}">
<h2><bdi>${person.name ?? NOBODY}</bdi></h2>
${gaps === null ? null : markup`<p>${gaps}</p>\n`}${person.graded.map((one, index) => answerArticle(one, `${id}-${index + 1}`, context))}</section>
`;
}
