/**
 * What a grader that understands nothing reaches: counting words, and learning which words go with which
 * marks. Any grader worth its name is well above both.
 */
import { type Agreement, agreement, SCORES } from '../src/agreement/agreement.ts';
import type { Pair } from '../src/agreement/confusion.ts';
import { type Labelled, ofMiddlingLength } from './labelled.ts';
import { solve } from './linear.ts';

/**
 * The number of words alone. The four cut points between the marks are the best for these very answers, so this
 * is more than counting words could reach on answers not seen before.
 */
export function wordsAlone(answers: readonly Labelled[]): Agreement {
  const lengths = [...new Set(answers.map(({ words }) => words))].sort((a, b) => a - b);
  const marked = (cuts: readonly number[]) =>
    answers.map(({ words, score }): Pair => [score, 1 + cuts.filter((cut) => words >= cut).length]);
  let cuts = [0.2, 0.4, 0.6, 0.8].map((share) => lengths[Math.floor(share * lengths.length)] ?? 0);
  let best = quickQwk(marked(cuts));
  // One cut at a time goes wherever it is best, until no move helps.
  for (let before = Number.NEGATIVE_INFINITY; best > before; ) {
    before = best;
    for (let moving = 0; moving < cuts.length; moving++) {
      for (const length of lengths) {
        const tried = cuts.map((cut, index) => (index === moving ? length : cut));
        const qwk = quickQwk(marked(tried));
        if (qwk > best) [best, cuts] = [qwk, tried];
      }
    }
  }
  return agreement(marked(cuts));
}

/** QWK from sums alone: the table of counts is not needed for quadratic weights. */
function quickQwk(pairs: readonly Pair[]): number {
  let [x, y, squares, products] = [0, 0, 0, 0];
  for (const [a, b] of pairs) {
    x += a;
    y += b;
    squares += a * a + b * b;
    products += a * b;
  }
  return 1 - (squares - 2 * products) / (squares - (2 * x * y) / pairs.length);
}

/**
 * Ridge regression on TF-IDF of words and pairs of words, fitted to the written corpus; an answer is never
 * judged by a model that learnt from its own writer.
 *
 * @returns a number about 1 to 5 for each answer
 */
export function bagOfWords(corpus: readonly Labelled[], answers: readonly Labelled[]): number[] {
  const models = new Map<string, (text: string) => number>();
  const writers = new Set(corpus.map(({ by }) => by));
  return answers.map(({ by, answer }) => {
    const without = writers.has(by) ? by : 'nobody';
    const model = models.get(without) ?? ridge(corpus.filter((one) => one.by !== without));
    models.set(without, model);
    return model(answer);
  });
}

/** Agreement of predictions rounded as they come. */
export function rounded(answers: readonly Labelled[], predicted: readonly number[]): Agreement {
  return agreement(answers.map(({ score }, index): Pair => [score, nearestScore(predicted[index] ?? 0)]));
}

/** Agreement of predictions stretched to the true mean and spread first; ridge keeps close to the middle. */
export function rescaled(answers: readonly Labelled[], predicted: readonly number[]): Agreement {
  const [mean, deviation] = spread(predicted);
  const [trueMean, trueDeviation] = spread(answers.map(({ score }) => score));
  return rounded(
    answers,
    predicted.map((value) => trueMean + ((value - mean) / deviation) * trueDeviation),
  );
}

/** Every baseline for one set of answers, and for those of them whose length tells little. */
export function baselines(
  corpus: readonly Labelled[],
  answers: readonly Labelled[],
): Record<string, Agreement> {
  const predicted = bagOfWords(corpus, answers);
  const places = answers.flatMap((answer, place) => (ofMiddlingLength(answer) ? [place] : []));
  const matched = places.map((place) => answers[place] as Labelled);
  const predictedMatched = places.map((place) => predicted[place] ?? 0);
  return {
    'words alone': wordsAlone(answers),
    'bag of words': rounded(answers, predicted),
    'bag of words, rescaled': rescaled(answers, predicted),
    '60-160: words alone': wordsAlone(matched),
    '60-160: bag of words': rounded(matched, predictedMatched),
    '60-160: bag, rescaled': rescaled(matched, predictedMatched),
  };
}

/** The mark nearest to a number on the scale. */
export function nearestScore(value: number): number {
  return Math.min(SCORES.at(-1) ?? 5, Math.max(SCORES[0] ?? 1, Math.round(value)));
}

function spread(values: readonly number[]): [mean: number, deviation: number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return [mean, Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)];
}

type Vector = Map<string, number>;

/** Fits in the dual, (K + I)a = y - mean, as there are far more pairs of words than answers. */
function ridge(training: readonly Labelled[]): (text: string) => number {
  const counts = training.map(({ answer }) => termCounts(answer));
  const seenIn = new Map<string, number>();
  for (const count of counts) for (const term of count.keys()) seenIn.set(term, (seenIn.get(term) ?? 0) + 1);
  // A term in one answer only can teach nothing about another.
  for (const [term, answers] of seenIn) if (answers < 2) seenIn.delete(term);
  const weigh = (count: Vector) => tfIdf(count, seenIn, training.length);
  const vectors = counts.map(weigh);
  const mean = training.reduce((sum, { score }) => sum + score, 0) / training.length;
  const kernel = vectors.map((a, i) => vectors.slice(0, i + 1).map((b, j) => dot(a, b) + (i === j ? 1 : 0)));
  const shares = solve(
    kernel,
    training.map(({ score }) => score - mean),
  );
  return (text) => {
    const vector = weigh(termCounts(text));
    return vectors.reduce((sum, other, index) => sum + (shares[index] ?? 0) * dot(vector, other), mean);
  };
}

function termCounts(text: string): Vector {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  const terms = [...words, ...words.slice(1).map((word, index) => `${words[index]} ${word}`)];
  const counts: Vector = new Map();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** Rare terms weigh more, terms never seen nothing; every answer has length 1, so that its length says nothing. */
function tfIdf(counts: Vector, seenIn: Vector, answers: number): Vector {
  const weighed: Vector = new Map();
  for (const [term, count] of counts) {
    const seen = seenIn.get(term);
    if (seen === undefined) continue;
    weighed.set(term, (1 + Math.log(count)) * (Math.log((1 + answers) / (1 + seen)) + 1));
  }
  const norm = Math.sqrt(dot(weighed, weighed)) || 1;
  for (const [term, weight] of weighed) weighed.set(term, weight / norm);
  return weighed;
}

function dot(a: Vector, b: Vector): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of few) sum += weight * (many.get(term) ?? 0);
  return sum;
}
