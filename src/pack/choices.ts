/** The closed sets a pack chooses from; apart from the schemas, so that using them does not load zod. */

export const KINDS = ['behavioural', 'experience', 'motivation', 'situational', 'knowledge'] as const;
export const THEMES = [
  'operational acumen',
  'business curiosity',
  'problem-solving framework',
  'strategic alignment',
] as const;
export const SEVERITIES = ['minor', 'major', 'severe'] as const;
export const STAR_PARTS = ['situation', 'task', 'action', 'result'] as const;

export type Kind = (typeof KINDS)[number];
export type Severity = (typeof SEVERITIES)[number];
export type StarPart = (typeof STAR_PARTS)[number];

/** One value for each part of STAR. */
export function perPart<T>(value: (part: StarPart) => T): Record<StarPart, T> {
  return {
    situation: value('situation'),
    task: value('task'),
    action: value('action'),
    result: value('result'),
  };
}
