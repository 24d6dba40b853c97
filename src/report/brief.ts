import type { Brief, BriefQuestion } from '../journal/brief.ts';
import { clipped } from './lines.ts';
import { inline } from './markdown-text.ts';
import { PART_WORDS } from './wording.ts';

const BLANK = '________';
/** A sentence is quoted whole, unless it is one that nobody could say in a breath. */
const CLIP = 300;

/** What to find out before the interview, as blanks to fill. */
const HOMEWORK: [title: string, blanks: string[]][] = [
  [
    'The industry',
    [
      'Who else is in this market, and who is new to it',
      'How care is paid for here, and what is changing in that',
      'What the margin is, and what presses on it (staffing, payers, costs)',
    ],
  ],
  [
    'The organisation',
    [
      'Its size and reach, and how much is decided centrally',
      'What it is working on this year, and what it invested in lately',
      'Who decides formally, and who has to be won over all the same',
      'New titles at the top, and what they say about its plans',
      'How much of its income still comes by the visit, and how much by value',
    ],
  ],
  [
    'The executive in the room',
    [
      'What they answer for, and how far their decisions reach',
      'Their priorities, and what keeps them up at night',
      'Whom they know, and where they worked before',
    ],
  ],
];

/** Kinds of question worth asking, for somebody who has practised none. */
const TO_ASK = [
  `A difficulty: "You have just done ${BLANK}. What has been hardest about it?"`,
  `A measure: "A year from now, what number would tell you that ${BLANK} has worked?"`,
  `A lesson: "What did you learn from ${BLANK} that you would do differently?"`,
];

/** The page for the day before, in Markdown. */
export function briefMarkdown(brief: Brief): string {
  const blocks = [
    '# The day before',
    '## Your answers, in three lines each',
    ...brief.questions.map(questionBlock),
    '## Your stories, and where each one serves',
    brief.stories.length === 0 ? 'None to take along yet.' : bullets(brief.stories.map(storyLine)),
    ...noStory(brief),
    '## Weak spots left',
    weakLines(brief),
    '## Homework',
    ...HOMEWORK.map(
      ([title, blanks]) => `**${title}**\n\n${bullets(blanks.map((blank) => `${blank}: ${BLANK}`))}`,
    ),
    '## What to ask them',
    bullets(brief.toAsk.length > 0 ? brief.toAsk.map((text) => inline(text)) : TO_ASK),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function questionBlock({ question, best }: BriefQuestion): string {
  const heading = `**${question.number}. ${inline(question.title)}**`;
  if (best === null) return `${heading}: nothing yet. \`greenroom practice ${question.id}\``;
  if (!best.ready)
    return `${heading} (${best.score}): nothing to take along yet. \`greenroom practice ${question.id}\``;
  const lines = best.lines
    .filter(({ part }) => part !== 'task' || best.lines.length < 4)
    .map(({ part, quote }) => `${PART_WORDS[part]}: ${inline(clipped(quote, CLIP))}`);
  const numbers =
    best.numbers.length === 0
      ? 'Numbers: none yet. Have one ready.'
      : `Numbers: ${inline(best.numbers.join(', '))}`;
  return `${heading} (${best.score})\n\n${bullets([...lines, numbers])}`;
}

function storyLine({ text, told, also }: Brief['stories'][number]): string {
  const serves = told.map(({ title }) => inline(title)).join('; ');
  const more = also.map(
    ({ question, score }) => `${inline(question.title)} (it would score ${score} there as it stands)`,
  );
  return `"${inline(clipped(text, 70))}" serves ${[serves, ...more].join('; ')}`;
}

function noStory({ questions, stories }: Brief): string[] {
  const served = stories.flatMap(({ told, also }) => [...told, ...also.map(({ question }) => question)]);
  const without = questions.filter(({ question }) => !served.includes(question));
  if (stories.length === 0 || without.length === 0) return [];
  return [`No story yet for: ${without.map(({ question }) => inline(question.title)).join('; ')}.`];
}

/** The first thing to mend in each answer that is not outstanding, the weakest answer first. */
function weakLines({ questions }: Brief): string {
  const weak = questions.flatMap(({ question, best }) => {
    const [first] = best?.weak ?? [];
    return best === null || best.score === 5 || first === undefined
      ? []
      : [{ question, score: best.score, first }];
  });
  if (questions.every(({ best }) => best === null)) return 'Nothing answered yet.';
  if (weak.length === 0) return 'None that greenroom could name.';
  weak.sort((a, b) => a.score - b.score);
  return bullets(
    weak.map(({ question, score, first }) => `${inline(question.title)} (${score}): ${inline(first)}`),
  );
}

function bullets(lines: string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}
