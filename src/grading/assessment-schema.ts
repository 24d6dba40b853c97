import * as z from 'zod';
import { SEVERITIES, type STAR_PARTS } from '../pack/choices.ts';
import { type Assessment, LABELS, UNSCORED_CODES } from './assessment.ts';

/** An assessment as JSON, for programs that read our output; a test holds it to what graders give. */

const evidence = z.array(
  z.strictObject({
    start: z.int().min(0).describe('Where the quote begins in the answer, in UTF-16 units.'),
    end: z.int().min(0).describe('The first place after it.'),
    quote: z.string().describe('The words of the answer, letter for letter.'),
  }),
);

const level = z.union([z.literal(0), z.literal(1), z.literal(2)]).describe('0 absent, 1 thin, 2 clear.');
const score = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
const part = z.strictObject({ level, evidence });

const samples = z.strictObject({
  count: z.int().min(2),
  exact: z
    .tuple([z.number(), z.number()])
    .describe('The lowest and highest score, before rounding, of a reading.'),
  differ: z.array(z.string()).describe('Criteria, flags and STAR parts the readings differ on.'),
});

export const assessmentSchema = z.strictObject({
  id: z.string().describe("The record's own id, else `<file>#<record number>`."),
  candidate: z.string().nullable(),
  question: z.string().nullable().describe('The question judged; "star" for one of the record\'s own.'),
  status: z.enum(['scored', 'unscored']),
  reason: z
    .strictObject({ code: z.enum(UNSCORED_CODES), message: z.string() })
    .nullable()
    .describe('Why the answer could not be graded.'),
  score: score.nullable(),
  exact: z.number().min(1).max(5).nullable().describe('The score before rounding, two decimals.'),
  label: z.enum(LABELS).nullable(),
  star: z.strictObject({
    situation: part,
    task: part,
    action: part,
    result: part,
  } satisfies Record<(typeof STAR_PARTS)[number], typeof part>),
  criteria: z
    .array(z.strictObject({ id: z.string(), met: z.boolean(), evidence }))
    .describe('Every criterion of the rubric.'),
  redFlags: z
    .array(z.strictObject({ id: z.string(), severity: z.enum(SEVERITIES), evidence }))
    .describe('Only the red flags that are shown.'),
  advice: z.array(z.strictObject({ about: z.string(), text: z.string() })),
  followUp: z.string().nullable(),
  words: z.int().min(0),
  answerHash: z.string(),
  grader: z.strictObject({
    name: z.string(),
    version: z.string(),
    model: z.string().nullable(),
    samples: samples.exactOptional().describe('Where several readings were asked for: how far they agree.'),
  }),
  rubric: z.strictObject({ version: z.int().min(1), hash: z.string() }).nullable(),
  mark: z.number().nullable().describe("A person's own mark, kept beside the grader's."),
  extra: z.record(z.string(), z.unknown()).describe("The record's other fields."),
}) satisfies z.ZodType<Assessment>;
