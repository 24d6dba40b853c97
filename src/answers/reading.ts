import type { FileError } from '../errors.ts';

/** What reading answers needs to know, and whom it tells. */
export interface Reading {
  /** The question for records that name none (`--question`), by id. */
  question: string | null;
  /** A question's id from its id, title or wording; null when there is none such. */
  findQuestion: (name: string) => string | null;
  /** What `-` reads. */
  stdin: AsyncIterable<Uint8Array>;
  /** Called for each file that cannot be used; reading goes on with the next. */
  onFault: (error: FileError) => void;
  /** Called for what is odd but harmless, with the place in front. */
  onNote: (message: string) => void;
  /** Files and folders to leave out when a folder is walked: those this run writes to. */
  skip: (path: string) => boolean;
  /** Called with how many bytes of a file were read, for progress. */
  onBytes?: (count: number) => void;
}

/** One file's bytes under the name messages use. */
export interface Source {
  file: string;
  bytes: AsyncIterable<Uint8Array>;
}
