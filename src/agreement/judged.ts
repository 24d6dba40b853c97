/**
 * The criteria a person found met, from a record's `criteria` field: a list of ids, or a cell of them
 * separated by commas, semicolons, bars or spaces. An empty list, or the word `none`, means none was met.
 *
 * @returns null when the field is absent or blank: the person did not judge criteria here
 */
export function judgedCriteria(value: unknown): string[] | null {
  if (Array.isArray(value)) return value.map(String);
  if (typeof value !== 'string' || value.trim() === '') return null;
  const ids = value.split(/[\s,;|]+/).filter((id) => id !== '');
  return ids.length === 1 && ids[0]?.toLowerCase() === 'none' ? [] : ids;
}
