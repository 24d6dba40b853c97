import { SEVERITIES, STAR_PARTS } from '../pack/choices.ts';

/**
 * Whether an assessment out of a journal holds what is read again; the rest is carried along as it is. By hand:
 * assessments are most of a journal, and zod took longer over them than it takes to read the file.
 */
export function isReadable(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { status, reason, score, exact, label, star, criteria, redFlags, advice, grader } = value;
  return (
    (status === 'scored' || status === 'unscored') &&
    (reason === null || (isObject(reason) && typeof reason.message === 'string')) &&
    (score === null || isWhole(score, 1, 5)) &&
    (exact === null || isNumber(exact)) &&
    (label === null || (typeof label === 'string' && /^[\p{L} -]+$/u.test(label))) &&
    isObject(star) &&
    STAR_PARTS.every((part) => isPart(star[part])) &&
    isListOf(criteria, isCriterion) &&
    isListOf(redFlags, isFlag) &&
    isListOf(advice, isAdvice) &&
    isTextOrNull(value.followUp) &&
    isNumber(value.words) &&
    isObject(grader) &&
    typeof grader.name === 'string' &&
    isTextOrNull(grader.model)
  );
}

type Fields = Record<string, unknown>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf(value: unknown, is: (one: Fields) => boolean): boolean {
  return Array.isArray(value) && value.every((one) => isObject(one) && is(one));
}

function isPart(value: unknown): boolean {
  return isObject(value) && isWhole(value.level, 0, 2) && isListOf(value.evidence, isEvidence);
}

function isCriterion({ id, met, evidence }: Fields): boolean {
  return typeof id === 'string' && typeof met === 'boolean' && isListOf(evidence, isEvidence);
}

function isFlag({ id, severity, evidence }: Fields): boolean {
  return (
    typeof id === 'string' && SEVERITIES.some((one) => one === severity) && isListOf(evidence, isEvidence)
  );
}

function isEvidence({ start, end, quote }: Fields): boolean {
  const most = Number.MAX_SAFE_INTEGER;
  return isWhole(start, 0, most) && isWhole(end, 0, most) && typeof quote === 'string';
}

function isAdvice({ about, text }: Fields): boolean {
  return typeof about === 'string' && typeof text === 'string';
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value);
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string';
}
