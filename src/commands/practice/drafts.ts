import type { Kind } from '../../interview/interview.ts';
import { dropDraft, saveDraft } from '../../journal/draft.ts';

/** Between two writes of a draft, in milliseconds: what a crash can cost. */
const PAUSE = 1000;

export interface Drafts {
  keep(text: string, seconds: number): void;
  /** Writes what has not been written yet. */
  flush(): void;
  drop(): void;
}

/** Keeps the draft of one answer on the disk while it is being typed. */
export function draftsOf(home: string, session: string, place: number, kind: Kind): Drafts {
  let last = Number.NEGATIVE_INFINITY;
  let waiting: { text: string; seconds: number } | null = null;
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting === null) return;
    const { text, seconds } = waiting;
    waiting = null;
    last = performance.now();
    try {
      saveDraft(home, session, { place, kind, text, seconds });
    } catch {
      // Typing goes on; a disk that refuses is told about when the answer is put into the journal.
    }
  };
  return {
    keep(text, seconds) {
      waiting = { text, seconds };
      if (performance.now() - last >= PAUSE) flush();
      else timer ??= setTimeout(flush, PAUSE).unref();
    },
    flush,
    drop() {
      clearTimeout(timer);
      waiting = null;
      dropDraft(home, session);
    },
  };
}
