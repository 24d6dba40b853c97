import type { Question, Rubric } from '../pack/schema.ts';
import { type Finding, finding } from './finding.ts';
import { signKey } from './sign-key.ts';
import { type Placed, probe, signsOf } from './sign-probe.ts';
import { sentencesFor } from './sign-sentences.ts';
import { type Source, spanOf } from './source.ts';

/**
 * Signs that find nothing, find everything, or are there twice.
 *
 * @returns also the criteria that any text meets
 */
export function signMeaningFindings(
  source: Source,
  rubric: Rubric,
  question: Question | null,
): { findings: Finding[]; always: ReadonlySet<string> } {
  const signs = signsOf(rubric);
  const findings = [...sameSigns(source, rubric), ...repeatedSigns(source, signs)];
  const never = findingNothing(rubric, question, signs);
  const always = findingEverything(rubric, question, signs);
  for (const { path } of never)
    findings.push(finding('sign-finds-nothing', source, spanOf(source, path), {}));
  for (const { path } of always)
    findings.push(finding('sign-finds-everything', source, spanOf(source, path), {}));
  const met = always.filter(
    ({ kind, sign }) => kind === 'criteria' && (typeof sign === 'string' || !sign.weak),
  );
  return { findings, always: new Set(met.map(({ of }) => of)) };
}

/** Two criteria recognised by the same signs are met together, always. */
function sameSigns(source: Source, { criteria }: Rubric): Finding[] {
  const first = new Map<string, string>();
  return criteria.flatMap(({ id, signs }, i) => {
    const key = signs.map(signKey).sort().join('\n');
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, id);
      return [];
    }
    return [finding('same-signs', source, spanOf(source, ['criteria', i, 'signs'], 'key'), { id, other })];
  });
}

function repeatedSigns(source: Source, signs: readonly Placed[]): Finding[] {
  const first = new Map<string, Placed>();
  return signs.flatMap((placed) => {
    const key = `${placed.of}\n${signKey(placed.sign)}`;
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, placed);
      return [];
    }
    const { line } = source.position(spanOf(source, before.path)[0]);
    return [finding('repeated-sign', source, spanOf(source, placed.path), { line })];
  });
}

/** Each sign is shown sentences made of its own words; one that finds itself in none of them never will. */
function findingNothing(rubric: Rubric, question: Question | null, signs: readonly Placed[]): Placed[] {
  const looked = probe(rubric, question, null, true);
  return signs.filter(({ sign }, i) => {
    const find = typeof sign === 'string' ? sign : sign.find;
    for (const sentence of sentencesFor(find, rubric.words ?? {})) {
      if (looked.found(sentence, [i]).length > 0) return false;
    }
    return true;
  });
}

/** Small talk, in which no sign of anything should be found. */
const SMALL_TALK = [
  'I work at a place with many people. It is a job and I like it.',
  'We have a lot to do every day. They told us to wait, so we waited.',
  'The weather was grey on that day, and the bus came and went.',
  'She is from another town. He has two brothers and a dog.',
  'You can put it on the table. There is not much more to say.',
  'My friend and I were at the shop. After that we went home.',
];
/** Found in this many of them, a sign says nothing about an answer. */
const EVERYTHING = 4;

function findingEverything(rubric: Rubric, question: Question | null, signs: readonly Placed[]): Placed[] {
  const looked = probe(rubric, question, null, false);
  const times = signs.map(() => 0);
  for (const text of SMALL_TALK) for (const i of looked.found(text)) times[i]!++;
  return signs.filter((_, i) => times[i]! >= EVERYTHING);
}
