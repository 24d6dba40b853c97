import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isScalar, parseDocument, visit } from 'yaml';
import { readPlainYaml } from '../../src/pack/plain/yaml.ts';

const PACKS = ['.', 'src/init/pack'];
const files = PACKS.flatMap((pack) =>
  ['questions', 'rubrics'].flatMap((sub) =>
    readdirSync(`${pack}/${sub}`).map((name) => `${pack}/${sub}/${name}`),
  ),
);

/** What the library makes of a text; null where it sees any fault. */
function byLibrary(text: string): string | null {
  const doc = parseDocument(text);
  return doc.errors.length + doc.warnings.length > 0 ? null : JSON.stringify(doc.toJS());
}

/** Texts and numbers that the library finds a comment beside. */
function commented(text: string): unknown[] {
  const found: unknown[] = [];
  visit(parseDocument(text), {
    Scalar(_, node) {
      if (isScalar(node) && node.comment) found.push(node.value);
    },
  });
  return found;
}

describe('plain YAML', () => {
  it.each(files)('%s is plain, and is what the library makes of it', (file) => {
    const text = readFileSync(file, 'utf8');
    const plain = readPlainYaml(text);
    expect(JSON.stringify(plain?.value)).toBe(byLibrary(text));
    expect([...plain!.commented]).toEqual(expect.arrayContaining(commented(text)));
  });

  it.each([
    ['texts', 'a: one two\nb: "one: \\"two\\""\nc: \'it\'\'s\'\n'],
    ['texts over several lines', 'a: one\n  two\nb: >-\n  one\n  two\n\n  three\nc: |\n  one\n  two\n'],
    ['text below its key', 'a:\n  one\n  two\n'],
    ['numbers and what only starts with a digit', 'a: 1\nb: 0.5\nc: 12 weeks\nd: 340B\n'],
    ['lists', 'a:\n- one\n- two\nb:\n  - c: 1\n    d: 2\n  - three\n'],
    ['brackets', 'a: [one, "two, three",\n    four\n    five]\nb: { c: 1, d: [2] }\n'],
    ['comments', '# one\na: 1 # two\n# three\nb: two # four\n'],
    ['scores as keys', '1: one\n2: two\n'],
  ])('%s', (_, text) => {
    const plain = readPlainYaml(text);
    expect(JSON.stringify(plain?.value)).toBe(byLibrary(text));
    expect([...plain!.commented]).toEqual(expect.arrayContaining(commented(text)));
  });

  it.each([
    ['a key twice', 'a: 1\na: 2\n'],
    ['a second colon', 'a: b: c\n'],
    ['a tab', 'a:\n\t- b\n'],
    ['an anchor', 'a: &b c\n'],
    ['an alias', 'a: *b\n'],
    ['a tag', 'a: !b c\n'],
    ['a bracket that stays open', 'a: [b, c\n'],
    ['a quotation mark that stays open', 'a: "b\n'],
    ['a comment inside brackets', 'a: [b, # c\n  d]\n'],
    ['a text that is no text', 'a: ~\nb: null\n'],
    ['a number in another form', 'a: 0x1f\n'],
    ['nothing after a key', 'a:\nb: 1\n'],
    ['a key every object has', '__proto__: 1\n'],
    ['two documents', 'a: 1\n---\nb: 2\n'],
    ['a line out of line', 'a:\n    b: 1\n   c: 2\n'],
    ['no line break at the end', 'a: 1'],
    ['nothing', ''],
  ])('%s is left to the library', (_, text) => {
    expect(readPlainYaml(text)).toBeNull();
  });

  it('whatever is done to a text, the library agrees or has it', () => {
    const texts = files.map((file) => readFileSync(file, 'utf8')).filter((text) => text.length < 8000);
    const bit = fc.constantFrom(
      ...' |  | #|# x\n|: |:|,|[|]|{|}|"|\'|- |-|\n|\n\n|\n  |&a|*a|!|%|@|`|~|null|12|0x1|1e3|.5|? |\t|<<: |\\|[]|x: y'.split(
        '|',
      ),
      '|',
      '>',
      '>-',
      '\u00a0',
    );
    const edit = fc.tuple(fc.nat(), fc.nat(2), bit);
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        (text, edits) => {
          let changed = text;
          for (const [at, taken, put] of edits) {
            const place = at % changed.length;
            changed = changed.slice(0, place) + put + changed.slice(place + taken);
          }
          const plain = readPlainYaml(changed);
          if (plain === null) return;
          expect(JSON.stringify(plain.value)).toBe(byLibrary(changed));
          expect([...plain.commented]).toEqual(expect.arrayContaining(commented(changed)));
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('takes time in step with the length, whatever the text', () => {
    const long = [' ', '\n', '# x\n', '- ', '[', 'a: [', '> ', '"', 'x '];
    for (const part of long) {
      const started = performance.now();
      readPlainYaml(`a: ${part.repeat(300_000)}\n`);
      readPlainYaml(`a: b${part.repeat(300_000)}c\n`);
      readPlainYaml(`a: "${part.repeat(300_000)}"\nb: '${part.repeat(300_000)}'\n`);
      expect(performance.now() - started, part).toBeLessThan(3000);
    }
  });
});
