/**
 * The forms of a word in its dictionary form: deny -> deny, denies, denied, denying. Generating forms
 * for the few words of a rubric needs no dictionary, which taking apart every word of an answer would.
 */

/** Base, past, participle (and further forms) of the irregular verbs. */
const IRREGULAR = `
be am is are was were been being|have has had having|do does did done doing|go goes went gone going|say said|get got gotten getting
make made|know knew known|take took taken taking|see saw seen|come came coming|think thought|give gave given giving
find found|tell told|become became becoming|leave left leaving|feel felt|put putting|bring brought|begin began begun beginning
keep kept|hold held|write wrote written writing|stand stood|hear heard|let letting|mean meant|set setting|meet met
run ran running|pay paid|sit sat sitting|speak spoke spoken|lie lay lain|lead led|read|grow grew grown|lose lost losing
fall fell fallen|send sent|build built|understand understood|draw drew drawn|break broke broken|spend spent|cut cutting
rise rose risen rising|drive drove driven driving|buy bought|wear wore worn|choose chose chosen choosing|seek sought
throw threw thrown|catch caught|deal dealt|win won winning|forget forgot forgotten forgetting|lay laid|sell sold
fight fought|teach taught|eat ate eaten|sing sang sung|strike struck|hang hung|shake shook shaken|ride rode ridden
feed fed|shoot shot|drink drank drunk|hit hitting|arise arose|fly flew flown|spread|sleep slept|cost|beat beaten
light lit|bind bound|cast|hide hid hidden|swing swung|shut shutting|ring rang|learn learnt learned|burn burnt burned
show showed shown|shrink shrank shrunk|sink sank sunk|slide slid|split splitting|stick stuck|steal stole stolen
sweep swept|swim swam swum|tear tore torn|wake woke woken|withdraw withdrew withdrawn|undertake undertook undertaken
overcome overcame|oversee oversaw overseen|rewrite rewrote rewritten rewriting|redo redid redone|rebuild rebuilt
bid bidding|shed shedding|freeze froze frozen|forgive forgave|foresee foresaw foreseen|undo undid undone|upset|dig dug
bite bit bitten|bend bent|bet|quit quitting|rid ridding|swear swore sworn|spin spun|mistake mistook mistaken|retell retold
refer referring referred|occur occurred occurring|prefer preferred preferring|commit committed committing
admit admitted admitting|permit permitted permitting|submit submitted submitting|transfer transferred transferring
control controlled controlling|incur incurred incurring|defer deferred deferring|regret regretted regretting
forward|offer|visit|audit|edit|benefit|cover|discover|consider|gather|deliver|answer|monitor|order|enter|alter|lower
target|limit|budget|market|credit|exit|develop|happen|open|listen|threaten|strengthen|weaken|shorten|focus|pilot|appeal
travel travelled traveled travelling traveling|cancel cancelled canceled cancelling canceling
model modelled modeled modelling modeling|label labelled labeled labelling labeling|counsel counselled counseled
total totalled totaled|program programme programmed programming|enrol enroll enrolled enrolling enrolls enrols
fulfil fulfill fulfilled|program programs programmes programmed|midwife midwives|wife wives|life lives|half halves|shelf shelves|prioritise prioritize|child children|person people
man men|woman women|foot feet|analysis analyses|crisis crises|diagnosis diagnoses|basis bases|criterion criteria`;

const TABLE = new Map<string, string[]>();
/** Every past form in the table, for telling the past from the present. */
const IRREGULAR_PASTS = new Set<string>();

for (const entry of IRREGULAR.trim().split(/\||\n/)) {
  const [base, ...rest] = entry.trim().split(' ');
  if (base === undefined || base === '') continue;
  TABLE.set(base, [...(TABLE.get(base) ?? []), ...rest]);
}
const NOT_PAST = new Set('am is are been being has having does done goes gone'.split(' '));
const NOT_VERBS = new Set('child person man woman foot analysis crisis diagnosis basis criterion'.split(' '));
for (const [base, rest] of TABLE) {
  if (NOT_VERBS.has(base)) continue;
  for (const form of rest)
    if (form === 'was' || (!/(ing|s)$/.test(form) && !NOT_PAST.has(form))) IRREGULAR_PASTS.add(form);
}
for (const same of 'put set let cut read cost spread split hit shut quit'.split(' '))
  IRREGULAR_PASTS.add(same);

const ONE_VOWEL_END = /^[^aeiou]*[aeiou][bdgklmnprt]$/;

/**
 * @param word in its dictionary form, lower case
 * @returns the word and its forms, British and American spellings alike
 */
export function formsOf(word: string): string[] {
  const forms = new Set<string>();
  for (const spelling of spellings(word)) for (const form of regular(spelling)) forms.add(form);
  for (const form of TABLE.get(word) ?? []) forms.add(form);
  return [...forms];
}

function regular(word: string): string[] {
  const last = word.at(-1);
  const known = TABLE.get(word);
  const forms = [word];
  // "I" is no form of "is", nor "a" of "as".
  if (word.length < 2) return forms;
  if (word.length < 3) return [...forms, `${word}s`];
  if (last === 'y' && !/[aeiou]y$/.test(word)) {
    const stem = word.slice(0, -1);
    forms.push(`${stem}ies`, `${stem}ied`, `${word}ing`);
  } else if (/(s|x|z|ch|sh)$/.test(word)) {
    forms.push(`${word}es`, `${word}ed`, `${word}ing`);
  } else if (last === 'e') {
    forms.push(`${word}s`, `${word}d`, `${word.slice(0, -1)}ing`);
  } else {
    forms.push(`${word}s`, `${word}ed`, `${word}ing`);
    if (known === undefined && ONE_VOWEL_END.test(word)) forms.push(`${word}${last}ed`, `${word}${last}ing`);
  }
  return forms;
}

/** -ise/-ize, -our/-or, -yse/-yze and -tre/-ter twins of a word. */
export function spellings(word: string): string[] {
  const twin = /is(e|es|ed|ing|ation|ations)$/.test(word)
    ? word.replace(/is(e|es|ed|ing|ation|ations)$/, 'iz$1')
    : /iz(e|es|ed|ing|ation|ations)$/.test(word)
      ? word.replace(/iz(e|es|ed|ing|ation|ations)$/, 'is$1')
      : /our(s|ed|ing|al|able)?$/.test(word) && word.length > 5
        ? word.replace(/our(s|ed|ing|al|able)?$/, 'or$1')
        : /ys(e|es|ed|ing)$/.test(word)
          ? word.replace(/ys(e|es|ed|ing)$/, 'yz$1')
          : /cent(re|er)s?$/.test(word)
            ? word.replace(/re(s?)$/, 'er$1')
            : word;
  return twin === word ? [word] : [word, twin];
}

/**
 * The forms a word in a sign stands for: all of them when it is written in its dictionary form, only
 * itself when it is written as a past ("denied") or with -ing ("billing").
 */
export function formsInSign(word: string): string[] {
  const base = TABLE.has(word);
  const inflected = !base && (isPastForm(word) || (word.length > 5 && word.endsWith('ing')));
  return inflected ? spellings(word) : formsOf(word);
}

/** Does this word look like the past of a verb (or its participle)? */
export function isPastForm(word: string): boolean {
  return (
    IRREGULAR_PASTS.has(word) ||
    (word.length > 4 && word.endsWith('ed') && !NOT_ED.has(word)) ||
    SHORT_ED.has(word)
  );
}

const SHORT_ED = new Set(['used', 'owed', 'aged']);
/** Words in -ed that are not the past of a verb. */
const NOT_ED = new Set(
  'indeed hundred speed breed exceed proceed succeed sacred naked wicked embed'.split(' '),
);
