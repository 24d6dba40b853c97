import { STAR_PARTS } from '../../pack/choices.ts';
import { VERSION } from '../../version.ts';
import { advise } from '../advice.ts';
import type { Assessment, Evidence, GradeRequest } from '../assessment.ts';
import { copiedExample } from '../copies.ts';
import { rubricHash, sha256 } from '../hash.ts';
import { isList, isSalad } from '../offline/sense.ts';
import { readText } from '../offline/tokens.ts';
import { countWords } from '../unscored.ts';
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
  const scored = (one: Reading): Verdict => verdict(levelsOf(one, request, nonsense));
  const flags = shownFlags(reading, request);
  const { advice, followUp } = advise(rubric, {
    criteria: rubric.criteria.map(({ id, weight }, i) => ({ id, weight, level: reading.criteria[i]!.level })),
    flags: flags.map(({ id }) => id),
  });
  const quoted = (spans: Span[]): Evidence[] =>
    spans.map(([start, end]) => ({ start, end, quote: answer.slice(start, end) }));
  return {
    id: '',
    candidate: null,
    question: question?.id ?? rubric.question,
    status: 'scored',
    reason: null,
    ...scored(reading),
    star: Object.fromEntries(
      STAR_PARTS.map((part) => [
        part,
        { level: reading.star[part].level, evidence: quoted(reading.star[part].spans) },
      ]),
    ) as Assessment['star'],
    criteria: rubric.criteria.map(({ id }, i) => {
      const { level, spans } = reading.criteria[i]!;
      return { id, met: level === 2, evidence: level === 2 ? quoted(spans) : [] };
    }),
    redFlags: flags.map(({ id, severity, spans }) => ({ id, severity, evidence: quoted(spans) })),
    advice: copied === null ? advice : [copyAdvice(copied), ...advice].slice(0, 2),
    followUp,
    words: countWords(answer),
    answerHash: sha256(answer),
    grader: { name: 'llm', version: VERSION, model, ...spread(readings, request, scored) },
    rubric: { version: rubric.version, hash: rubricHash(rubric) },
    mark: null,
    extra: {},
  };
}

/** What the arithmetic is given. A model's word on substance counts only as far as the items bear it out. */
function levelsOf(reading: Reading, request: GradeRequest, nonsense: boolean): Levels {
  const { rubric } = request;
  // A criterion is met only by a case, plan or view of one's own, so that one met settles the matter.
  const met = reading.criteria.some(({ level }) => level === 2);
  const substance = met ? 'case' : (['off', 'none', 'case'] as const)[reading.substance];
  return {
    star: Object.fromEntries(STAR_PARTS.map((part) => [part, reading.star[part].level])) as Levels['star'],
    starWeights: Object.fromEntries(
      STAR_PARTS.map((part) => [part, rubric.star[part].weight]),
    ) as Levels['starWeights'],
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

function spread(readings: Reading[], { rubric }: GradeRequest, scored: (one: Reading) => Verdict) {
  if (readings.length === 1) return {};
  const exact = readings.map((one) => scored(one).exact);
  return {
    samples: {
      count: readings.length,
      exact: [Math.min(...exact), Math.max(...exact)] as [number, number],
      differ: differing(readings, rubric),
    },
  };
}

function copyAdvice(name: string): Assessment['advice'][number] {
  return { about: 'example', text: `This is the example "${name}" of the rubric. Tell a case of your own.` };
}
