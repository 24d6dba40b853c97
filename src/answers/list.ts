import { FileError } from '../errors.ts';

/** Where the list of records stands in a parsed file. */
export interface RecordList {
  records: unknown[];
  /** The property that holds the list; null when the file is the list itself, or one record. */
  key: string | null;
}

/**
 * Finds the records in a parsed .json or .yaml file: a list, one record, or an object with a list.
 *
 * @throws FileError when there is no list, more than one to choose from, or nothing in it
 */
export function recordList(value: unknown, file: string): RecordList {
  const found = findList(value, file);
  if (found.records.length === 0) throw new FileError(file, 'no answers in it');
  return found;
}

function findList(value: unknown, file: string): RecordList {
  if (Array.isArray(value)) return { records: value, key: null };
  if (typeof value !== 'object' || value === null) {
    throw new FileError(file, 'no answers in it; expected a list of records with "question" and "answer"');
  }
  if (Object.hasOwn(value, 'answer')) return { records: [value], key: null };
  const lists = Object.entries(value).filter(([, inner]) => Array.isArray(inner));
  const chosen = lists.length === 1 ? lists[0] : lists.find(([key]) => key === 'answers');
  if (chosen === undefined) {
    throw new FileError(
      file,
      lists.length === 0
        ? 'no list of records in it; expected records with "question" and "answer"'
        : 'several lists in it; call the one with the answers "answers"',
    );
  }
  return { records: chosen[1] as unknown[], key: chosen[0] };
}
