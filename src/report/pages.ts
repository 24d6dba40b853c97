import { cohortOf } from './cohort.ts';
import { personPage } from './markdown.ts';
import type { Graded, ReportContext } from './report.ts';

/** One Markdown page for each person, with a file name made of theirs. */
export function* personPages(
  graded: Graded[],
  context: ReportContext,
): Generator<{ name: string; text: string }> {
  const used = new Set<string>();
  const { people, asked } = cohortOf(graded, context);
  for (const person of people) {
    const base = fileName(person.name ?? 'no-name');
    let name = base;
    for (let n = 2; used.has(name); n++) name = `${base}-${n}`;
    used.add(name);
    yield { name: `${name}.md`, text: personPage(person, asked, context) };
  }
}

/** Letters and digits of a name, the rest hyphens; never a path, a hidden file or a device's name. */
function fileName(name: string): string {
  const safe = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return safe === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/.test(safe) ? `candidate-${safe}` : safe;
}
