import { isScalar, type ParsedNode } from 'yaml';

/** A block of 6,000 keys takes about as many. */
const MOST = 20_000_000;

/**
 * How the YAML parser is to compare keys: as it does by itself, but not for ever. It compares each key with
 * all before it, which takes minutes for a block of a hundred thousand. What is thrown here becomes an error
 * of the document, with its place.
 *
 * @returns one for each text to be parsed
 */
export function uniqueKeys(): (a: ParsedNode, b: ParsedNode) => boolean {
  let compared = 0;
  return (a, b) => {
    if (++compared > MOST) throw new Error('too many keys in one block');
    return a === b || (isScalar(a) && isScalar(b) && a.value === b.value);
  };
}
