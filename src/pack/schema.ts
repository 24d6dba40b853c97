import * as z from 'zod';
import { KINDS, SEVERITIES } from './choices.ts';

export type { Kind, Severity, StarPart } from './choices.ts';

/**
 * What a pack's files may hold. These schemas are the one source of the types; the JSON Schemas for
 * editors are generated from them.
 */

const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens, such as "revenue-cycle"');
const text = z.string().trim().min(1);
const texts = z.array(text).min(1);

export const questionSchema = z.strictObject({
  id: id.describe('The name used in files and data.'),
  number: z.int().min(1).describe('The place in the pack: questions are asked in this order.'),
  title: text.max(60).describe('A few words for lists and headings.'),
  prompt: text.describe('The question as the interviewer asks it.'),
  also_asked_as: z.array(text).describe('Other wordings of the same question.'),
  kind: z.enum(KINDS).describe('Decides what Situation, Task, Action and Result mean for this question.'),
  why_it_matters: text.describe('Why a panel asks it.'),
  competencies: z
    .array(z.strictObject({ name: text, looks_for: text.describe('What in an answer shows it.') }))
    .min(1)
    .describe('What the question is asked to find out.'),
  listen_for: texts.describe('What a panel hopes to hear, one short sentence each.'),
  difficulty: text.describe('How hard it is, and where most people stop.'),
  preparation: text.describe('What preparing for it takes.'),
  predicts: text.describe('What a good answer predicts about the job.'),
  roles: texts.describe('Whom it is asked most.'),
  advantage: text.describe('Why a good answer stands out.'),
  themes: z.array(text).min(1).describe('Which threads of the interview this question belongs to.'),
  minutes: z.number().positive().max(30).describe('The time box for an answer.'),
  concepts: z
    .array(
      z.strictObject({
        term: text,
        meaning: text.describe('One plain sentence.'),
        in_an_answer: text.describe('How it shows up in an answer.'),
      }),
    )
    .min(5)
    .max(10)
    .describe("The field's terms a candidate should be able to use here."),
});

/** One pattern by which the offline grader recognises something; see docs/writing-rubrics.md. */
const find = text.describe('What to look for, such as "sat with | met with + billing | coding".');
const signSchema = z.union([
  find,
  z.strictObject({
    find,
    unless: texts.optional().describe('Not when the same sentence also has one of these.'),
    by: z.enum(['me', 'us', 'anyone']).optional().describe('Who must be doing it. Default: anyone.'),
    as: z
      .enum(['done', 'plan', 'said', 'anything'])
      .optional()
      .describe(
        'done: it happened or happens. plan: done, or what the speaker would do. said: any affirmed statement. anything: negated or hypothetical too.',
      ),
    weak: z.boolean().optional().describe('Two weak signs in different sentences count as one.'),
  }),
]);

const weight = 'How much it counts beside the other criteria and parts.';
const signs = z
  .array(signSchema)
  .min(1)
  .describe('How it is recognised: each sign is a phrase, or a block with "find". One is enough.');

const level = z.strictObject({
  weight: z.number().min(0).max(10).describe(weight),
  looks_like: text.describe('What this part looks like in an answer to this question.'),
  shown_by: z
    .array(id)
    .optional()
    .describe('Criteria of which the evidence shows this part too; it is the first to be shown for it.'),
});

const scoreOrRange = z.union([
  z.int().min(1).max(5),
  z.tuple([z.int().min(1).max(5), z.int().min(1).max(5)]),
]);

export const rubricSchema = z.strictObject({
  question: id.describe('The question this rubric judges.'),
  version: z.int().min(1).describe('Raise it whenever the same answer might now get another score.'),
  anchors: z
    .strictObject({ 1: text, 2: text, 3: text, 4: text, 5: text })
    .describe('What an answer at each score says.'),
  star: z
    .strictObject({ situation: level, task: level, action: level, result: level })
    .describe('The parts of a story, and how much each counts.'),
  words: z
    .record(id, texts)
    .optional()
    .describe('Lists of words and phrases, used in signs as <name>. A list may name other lists.'),
  topic: texts
    .optional()
    .describe(
      'Words an answer to this question cannot do without: it has no case unless three different ones are in it, or two where two criteria are met; with three met it needs none.',
    ),
  criteria: z
    .array(
      z.strictObject({
        id,
        statement: text.describe('What a good answer shows.'),
        weight: z.number().positive().max(10).describe(weight),
        signs,
        tip: text.describe('The smallest change that would show it.'),
        follow_up: text.describe('What an interviewer asks when it is missing.'),
      }),
    )
    .min(1)
    .describe('What a good answer shows.'),
  red_flags: z
    .array(
      z.strictObject({
        id,
        statement: text.describe('What worries a panel.'),
        severity: z.enum(SEVERITIES).describe('minor caps the score at 3; major and severe at 2.'),
        signs,
        unless_met: z.array(id).optional().describe('Not shown when one of these criteria is met.'),
        instead: text.describe('What to say instead.'),
        follow_up: text.describe('What an interviewer asks on hearing it.'),
      }),
    )
    .describe('What would worry a panel.'),
  examples: z
    .array(
      z.strictObject({
        name: text.describe('What kind of answer it is, such as "strong, in plain words".'),
        answer: text.describe('An answer as somebody would give it.'),
        expect: z
          .strictObject({
            score: scoreOrRange.describe('A score from 1 to 5, or a range such as [2, 3].'),
            met: z.array(id).optional().describe('Criteria this answer must meet.'),
            not_met: z.array(id).optional().describe('Criteria it must not meet.'),
            flags: z.array(id).optional().describe('Exactly the red flags it shows.'),
          })
          .describe('Where it must land.'),
      }),
    )
    .describe("The rubric's own tests: answers, and where each must land."),
});

export type Question = z.infer<typeof questionSchema>;
export type Rubric = z.infer<typeof rubricSchema>;
export type Criterion = Rubric['criteria'][number];
export type RedFlag = Rubric['red_flags'][number];
export type Sign = Criterion['signs'][number];
export type Example = Rubric['examples'][number];
