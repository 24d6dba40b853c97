/** One thing judged twice: first by a person, then by the grader. */
export type Pair = readonly [person: number, grader: number];

/**
 * How often each of the person's levels met each of the grader's.
 *
 * @param levels every level there is, in order; a level nobody used keeps its row and column
 * @returns counts; rows are the person's levels, columns the grader's
 * @throws RangeError when a pair holds something that is not a level
 */
export function confusion(pairs: readonly Pair[], levels: readonly number[]): number[][] {
  const place = new Map(levels.map((level, index) => [level, index]));
  const table = levels.map(() => levels.map(() => 0));
  for (const [person, grader] of pairs) {
    const row = table[place.get(person) ?? -1];
    const column = place.get(grader);
    if (row === undefined || column === undefined) {
      throw new RangeError(`${person} and ${grader} are not both among ${levels.join(', ')}`);
    }
    row[column] = (row[column] ?? 0) + 1;
  }
  return table;
}
