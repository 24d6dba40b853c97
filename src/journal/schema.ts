import * as z from 'zod';
import type { Assessment } from '../grading/assessment.ts';
import { isReadable } from './readable.ts';

/**
 * What a line of the journal may hold. A record once written is read for good, so fields are added,
 * never renamed or taken away; anything else raises the version and teaches the reader the old one.
 */
export const JOURNAL_VERSION = 1;

/** It names a file of its own, the draft, so it may not lead out of its folder. */
export const SESSION = /^[\w-]+$/;

const line = {
  v: z.literal(JOURNAL_VERSION),
  at: z.iso.datetime(),
  session: z.string().regex(SESSION),
};
const assessment = z.custom<Assessment>(isReadable, 'not an assessment');

export const recordSchema = z.discriminatedUnion('event', [
  z.object({
    ...line,
    event: z.literal('started'),
    mode: z.enum(['practice', 'mock', 'piped']),
    /** In the order they are asked; a question of one's own has no id. */
    asked: z.array(z.object({ question: z.string().nullable(), prompt: z.string() })),
    followUps: z.int().min(0),
    selfRate: z.boolean(),
    /** `--time`, in seconds; null leaves each question its own time box. */
    time: z.number().positive().nullable(),
  }),
  z.object({
    ...line,
    event: z.literal('answered'),
    answer: z.string().min(1),
    /** Which of the session's questions, from 0. */
    place: z.int().min(0),
    question: z.string().nullable(),
    prompt: z.string(),
    kind: z.enum(['first', 'again', 'follow-up']),
    text: z.string(),
    seconds: z.number().min(0),
  }),
  z.object({ ...line, event: z.literal('rated'), answer: z.string(), self: z.literal([1, 2, 3, 4, 5]) }),
  z.object({
    ...line,
    event: z.literal('scored'),
    answer: z.string(),
    assessment,
    /** A second opinion. */
    beside: assessment.optional(),
  }),
  z.object({ ...line, event: z.literal('skipped'), place: z.int().min(0) }),
  z.object({ ...line, event: z.literal('ended'), why: z.enum(['finished', 'stopped']) }),
]);

/** One thing that happened. */
export type JournalRecord = z.infer<typeof recordSchema>;
export type EventName = JournalRecord['event'];
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** A record before the journal puts its version, time and session to it. */
export type Entry = Without<JournalRecord, 'v' | 'at' | 'session'>;
