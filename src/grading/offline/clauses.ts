import { IS, is } from './classes.ts';
import type { Sentence, Text, Token } from './tokens.ts';
import { wordOf } from './words.ts';

/** Who is doing it, at a token. */
export const ACTOR = { none: 0, me: 1, us: 2, other: 3 } as const;
/** How it is put: as fact; as plan or hypothesis; as a rule for anyone; as somebody else's words. */
export const MOOD = { fact: 0, plan: 1, general: 2, reported: 3 } as const;
/** What kind of past verb stands here, if any. */
export const PAST = { no: 0, deed: 1, state: 2, passive: 3 } as const;

/** What holds at each token of a text; index by token. */
export interface Reading {
  actor: Uint8Array;
  negated: Uint8Array;
  mood: Uint8Array;
  past: Uint8Array;
}

/** Reads who, whether and how, token by token, sentence by sentence. Linear in the number of tokens. */
export function readClauses(text: Text): Reading {
  const n = text.tokens.length;
  const reading: Reading = {
    actor: new Uint8Array(n),
    negated: new Uint8Array(n),
    mood: new Uint8Array(n),
    past: new Uint8Array(n),
  };
  for (const sentence of text.sentences) readSentence(text.tokens, sentence, reading);
  return reading;
}

interface State {
  actor: number;
  negated: boolean;
  /** "Not that …" denies the whole clause it opens, its subject notwithstanding. */
  denied: boolean;
  /** The next undoing word only turns a negation round: "did not fail to". */
  turned: boolean;
  mood: number;
  /** Until the next comma only. */
  condition: boolean;
  quoted: boolean;
  reported: boolean;
}

function readSentence(tokens: Token[], { from, to }: Sentence, out: Reading): void {
  const state: State = {
    actor: ACTOR.none,
    negated: false,
    denied: false,
    turned: false,
    mood: MOOD.fact,
    condition: false,
    quoted: false,
    reported: false,
  };
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (token.kind === 'mark') readMark(token.text, state);
    // A word of no class changes nothing, and half of all words are of none.
    else if (token.kind === 'word' && token.word.classes !== 0) {
      mendHad(tokens, i, to);
      readSubject(tokens, i, from, to, state);
      readMood(tokens, i, to, state);
      out.past[i] = readPast(tokens, i, from, state, out);
      if (is(token, IS.SPEECH) && state.actor === ACTOR.other && i > from) state.reported = true;
      readPolarity(tokens, i, to, state);
    }
    out.actor[i] = state.actor;
    out.negated[i] = state.negated ? 1 : 0;
    out.mood[i] = state.quoted || state.reported ? MOOD.reported : state.condition ? MOOD.plan : state.mood;
  }
}

function readMark(mark: string, state: State): void {
  if (mark === '"') {
    state.quoted = !state.quoted;
    return;
  }
  state.negated = false;
  state.condition = false;
  if (mark !== ',') state.mood = MOOD.fact;
  if (mark !== ',' && mark !== '(' && mark !== ')') state.reported = false;
}

const HAD = wordOf('had');

/** "I'd logged" is "I had logged"; the contraction was read as "would". */
function mendHad(tokens: Token[], i: number, to: number): void {
  const token = tokens[i]!;
  if (token.text !== 'would' || token.end - token.start > 2) return;
  let next = i + 1;
  while (next < to && (is(tokens[next], IS.ADVERBS) || /^(not|never)$/.test(tokens[next]!.text))) next++;
  const after = tokens[next]?.text ?? '';
  if (
    after === 'been' ||
    (is(tokens[next], IS.PAST_FORM) && !/^(put|set|let|cut|read|cost|spread|split|hit|come|run)$/.test(after))
  ) {
    token.word = HAD;
    token.text = HAD.text;
  }
}

function readSubject(tokens: Token[], i: number, from: number, to: number, state: State): void {
  const token = tokens[i]!;
  const previous = tokens[i - 1];
  const before = previous?.text ?? '';
  let actor: number = ACTOR.none;
  if (is(token, IS.ME)) actor = ACTOR.me;
  else if (is(token, IS.US)) actor = ACTOR.us;
  else if (is(token, IS.OTHERS) && !(i > from && is(previous, IS.PREPOSITIONS))) actor = ACTOR.other;
  else if (is(token, IS.MAYBE_SUBJECT) && !is(previous, IS.NUMBER_WORDS) && verbFollows(tokens, i, to)) {
    actor = ACTOR.other;
  } else if (is(token, IS.OWN_GROUP) && /^(my|our)$/.test(before) && verbFollows(tokens, i, to)) {
    actor = ACTOR.us;
  }
  if (actor === ACTOR.none) return;
  state.actor = actor;
  state.mood = is(token, IS.GENERAL_SUBJECTS) ? MOOD.general : MOOD.fact;
  if (!is(token, IS.CLAUSE_WORDS)) state.negated = token.text === 'nobody' || state.denied;
  state.denied = false;
  if (actor === ACTOR.me || actor === ACTOR.us) {
    // "they said I was good": still their words; "they said no, so I went": ours again.
    if (before === 'and' || before === 'so' || before === 'but' || before === ',') state.reported = false;
  }
}

function verbFollows(tokens: Token[], i: number, to: number): boolean {
  let next = i + 1;
  while (next < to && is(tokens[next], IS.ADVERBS)) next++;
  if (next >= to) return false;
  const token = tokens[next]!;
  return (
    is(token, IS.BE | IS.HAVE | IS.DO | IS.MODAL | IS.NEEDS) ||
    token.text === "'s" ||
    (is(token, IS.PAST_FORM) && !/^(put|set|let|cut|read|cost)$/.test(token.text))
  );
}

function readMood(tokens: Token[], i: number, to: number, state: State): void {
  const token = tokens[i]!;
  const { text } = token;
  const next = i + 1 < to ? tokens[i + 1]!.text : '';
  if (is(token, IS.CLAUSE_WORDS) && text !== 'who' && text !== 'which') {
    state.mood = MOOD.fact;
    state.negated = false;
    if (text === 'but') state.denied = false;
  }
  if (text === 'if' || text === 'whether') state.condition = text === 'if';
  else if (text === 'should' || text === 'must' || (text === 'important' && next === 'to')) {
    state.mood = state.actor === ACTOR.me || state.actor === ACTOR.us ? MOOD.plan : MOOD.general;
  } else if (is(token, IS.MODAL)) {
    // "I would have to", "could not" tell of the past as often as not; what follows is still no deed.
    state.mood = state.mood === MOOD.general ? MOOD.general : MOOD.plan;
  } else if (text === 'going' && next === 'to') state.mood = MOOD.plan;
  else if (is(token, IS.HOPES) && next === 'to') state.mood = MOOD.plan;
}

function readPast(tokens: Token[], i: number, from: number, state: State, out: Reading): number {
  const token = tokens[i]!;
  if (!is(token, IS.PAST_FORM)) return PAST.no;
  const kind = is(token, IS.STATES) ? PAST.state : PAST.deed;
  let j = i - 1;
  while (
    j >= from &&
    (is(tokens[j], IS.ADVERBS) || tokens[j]!.text === 'not' || tokens[j]!.text.endsWith('ly'))
  )
    j--;
  const before = j >= from ? tokens[j]! : null;
  if (before === null) {
    // "Counted for two weeks.": the speaker, without saying so; but "Denied claims are …" is no deed.
    if (!opensObject(tokens[i + 1])) return PAST.no;
    state.actor = ACTOR.me;
    return kind;
  }
  const word = before.text;
  if (word === 'to' || is(before, IS.DETERMINERS | IS.MODAL | IS.OBJECT_OR_POSSESSIVE)) return PAST.no;
  if (is(before, IS.BE) || word === 'got' || word === 'get' || word === 'getting') return PAST.passive;
  if (is(before, IS.HAVE | IS.DO)) return out.mood[j] === MOOD.plan ? PAST.no : kind;
  if (before.kind === 'mark' || word === 'and' || word === 'or' || word === 'then' || word === 'but')
    return kind;
  if (is(before, IS.ME | IS.US | IS.OTHERS | IS.MAYBE_SUBJECT)) return kind;
  if (is(before, IS.PREPOSITIONS | IS.PAST_FORM) || before.kind === 'number') return PAST.no;
  if (!is(before, IS.CLAUSE_WORDS) && !/^(team|group)$/.test(word)) {
    state.actor = ACTOR.other;
    state.mood = MOOD.fact;
  }
  return kind;
}

/** After a verb with no subject: what it was done to, or how. */
function opensObject(next: Token | undefined): boolean {
  if (next === undefined || next.kind !== 'word') return true;
  return (
    is(next, IS.DETERMINERS | IS.OBJECT_OR_POSSESSIVE | IS.PREPOSITIONS | IS.ADVERBS | IS.NUMBER_WORDS) ||
    /^(up|down|out|off|back|and|it|that|with|as|to)$/.test(next.text)
  );
}

function readPolarity(tokens: Token[], i: number, to: number, state: State): void {
  const token = tokens[i]!;
  const { text } = token;
  // "I would rather" is a wish; "rather than" undoes.
  const undoes = is(token, IS.UNDOERS) && !(text === 'rather' && tokens[i + 1]?.text !== 'than');
  if (undoes && (state.turned || state.negated)) {
    state.turned = false;
    state.negated = false;
  } else if (undoes) {
    state.negated = true;
  } else if (is(token, IS.NEGATORS)) {
    const following = nextPlain(tokens, i, to);
    const after = following?.text ?? '';
    // A no-show, no doubt, no matter: "no" is part of the word.
    if (text === 'no' && /^(shows?|matter|wonder)$/.test(after)) return;
    // "It is not that I am tired": what is denied comes after the new subject.
    // "I cannot tell you that it worked": nor is what cannot be told.
    state.denied = text === 'not' && UNSAID.has(after);
    state.turned = is(following, IS.TURNERS);
    state.negated = !state.turned && !(text === 'without' && after === 'being');
  }
}

const UNSAID = new Set('that tell say know prove sure claim'.split(' '));

/** The next word that is not an adverb; "only" and "just" count, for they turn a negation round. */
function nextPlain(tokens: Token[], i: number, to: number): Token | null {
  let next = i + 1;
  while (next < to && is(tokens[next], IS.ADVERBS) && !is(tokens[next], IS.TURNERS)) next++;
  return next < to ? tokens[next]! : null;
}
