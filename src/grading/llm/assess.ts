import { perPart } from '../../pack/choices.ts';
import { VERSION } from '../../version.ts';
import type { Assessment, Evidence, GradeRequest } from '../assessment.ts';
import { copiedExample } from '../copies.ts';
import { isList, isSalad } from '../offline/sense.ts';
import { readText } from '../offline/tokens.ts';
import { scored } from '../scored.ts';
import { type Levels, type Verdict, verdict } from '../verdict.ts';
import type { Span } from './quotes.ts';
import { differing, middle, type Reading } from './reading.ts';

/** The assessment that one or more readings of an answer come to. The score is made by verdict.ts alone. */
export function assess(request: GradeRequest, readings: Reading[], model: string): Assessment {
  const { question, rubric, answer } = request;
  const reading = middle(readings);
  const copied = request.ownExample === true ? null : copiedExample(answer, rubric, question);
  const text = readText(answer);
  const nonsense = copied !== null || isSalad(text) || isList(text);
  const verdictOn = (one: Reading): Verdict => verdict(levelsOf(one, request, nonsense));
  const quoted = (spans: Span[]): Evidence[] =>
    spans.map(([start, end]) => ({ start, end, quote: answer.slice(start, end) }));
  return scored(request, {
    verdict: verdictOn(reading),
    star: perPart((part) => {
      const { level, spans } = reading.star[part];
      return { level, evidence: quoted(spans) };
    }),
    criteria: rubric.criteria.map(({ id, weight }, i) => {
      const { level, spans } = reading.criteria[i]!;
      return { id, weight, level, evidence: quoted(spans) };
    }),
    redFlags: shownFlags(reading, request).map(({ id, severity, spans }) => ({
      id,
      severity,
      evidence: quoted(spans),
    })),
    copied,
    grader: { name: 'llm', version: VERSION, model, ...spread(readings, request, verdictOn) },
  });
}

/** What the arithmetic is given. A model's word on substance counts only as far as the items bear it out. */
function levelsOf(reading: Reading, request: GradeRequest, nonsense: boolean): Levels {
  const { rubric } = request;
  // A criterion is met only by a case, plan or view of one's own, so that one met settles the matter.
  const met = reading.criteria.some(({ level }) => level === 2);
  const substance = met ? 'case' : (['off', 'none', 'case'] as const)[reading.substance];
  return {
    star: perPart((part) => reading.star[part].level),
    starWeights: perPart((part) => rubric.star[part].weight),
    criteria: rubric.criteria.map(({ weight }, i) => ({ weight, level: reading.criteria[i]!.level })),
    flags: shownFlags(reading, request),
    substance: nonsense ? 'off' : substance,
  };
}

/** The rubric's own rule holds for every grader: some flags are not shown where a criterion is met. */
function shownFlags(reading: Reading, { rubric }: GradeRequest) {
  const met = new Set(rubric.criteria.flatMap(({ id }, i) => (reading.criteria[i]!.level === 2 ? [id] : [])));
  return rubric.red_flags.flatMap(({ id, severity, unless_met }, i) => {
    const { level, spans } = reading.flags[i]!;
    return level === 0 || unless_met?.some((other) => met.has(other)) ? [] : [{ id, severity, spans }];
  });
}

function spread(readings: Reading[], { rubric }: GradeRequest, verdictOn: (one: Reading) => Verdict) {
  if (readings.length === 1) return {};
  const exact = readings.map((one) => verdictOn(one).exact);
  return {
    samples: {
      count: readings.length,
      exact: [Math.min(...exact), Math.max(...exact)] as [number, number],
      differ: differing(readings, rubric),
    },
  };
}
