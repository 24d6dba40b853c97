/** Small closed classes of English words that the reading of clauses rests on. */

const set = (words: string) => new Set(words.trim().split(/\s+/));

export const ME = set('i');
export const US = set('we');
/** Pronouns that are always a subject and never the speaker. */
export const OTHERS = set('they he she who someone somebody everyone everybody nobody anyone people');
/** Pronouns that are a subject only when a verb follows. */
export const MAYBE_SUBJECT = set('it you that this which there one each');
export const OBJECT_OR_POSSESSIVE = set('me my mine us our ours them their him his her its your');

/** With "my" or "our" in front they are us. */
export const OWN_GROUP = set('team group committee unit department staff');

export const BE = set('am is are was were be been being');
export const HAVE = set('have has had having');
export const DO = set('do does did');
export const MODAL = set('would could should might may will shall can must');
/** Verbs of the present that show their subject to be one. */
export const NEEDS = set('need needs takes makes means helps gets goes');
/** What opens a condition or, with the word after it, a plan. */
export const STEERS = set('if whether important going');
/** With "to" they tell of what is not there yet. */
export const HOPES = set('hope hopes hoping plan plans planning want wants wanting intend aim like love');
export const NEGATORS = set('not never no none nobody nothing neither nor without hardly barely nowhere');
/** Words that undo what follows them ("failed to measure"). */
export const UNDOERS = set(
  'failed fail forgot forget neglected neglect refused refuse instead rather lacked lacking unable',
);
/** After a negator these turn it round: "did not fail to". */
export const TURNERS = set(
  'fail failed forget forgotten neglect hesitate refuse stop miss only just until doubt longer',
);
export const CLAUSE_WORDS = set(
  'but because so although though while when whenever which who whose until unless since whereas after before where',
);
export const DETERMINERS = set(
  'the a an this that these those my our your his her its their some any each every no another both all',
);
export const PREPOSITIONS = set(
  'of in on at by for with from into onto over under between through about against during per via within across toward towards upon',
);
export const ADVERBS = set(
  'also then just always first later soon actually even still eventually finally personally often usually really only ever once again now quickly immediately simply mostly already',
);
/** Pasts that tell of a state, a feeling or mere presence, not of something done. */
export const STATES = set(
  'was were had did been felt thought knew wanted needed liked seemed became believed hoped loved meant used could got understood saw heard lay stood kept remained existed cared hated wished wondered worried expected assumed supposed interested involved based related concerned required allowed experienced faced dealt worked tried struggled enjoyed lived happened occurred appeared looked belonged went came left began started ended stayed',
);
export const SPEECH = set(
  'said says say told tells mention mentions mentioned described describes complimented praised',
);
export const GENERAL_SUBJECTS = set('you one');

export const NUMBER_WORDS = set(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen dozens half third thirds quarter quarters fifth fifths tenth tenths twice zero couple double triple',
);
/** Numbers only where the next word makes them count. */
export const MAYBE_NUMBERS = set('one couple');
export const UNITS = set(
  'percent per point points day days week weeks month months hour hours minute minutes year years dollars dollar pounds euros fte ftes case cases patient patients claim claims visit visits bed beds shift shifts hr hrs min mins times',
);
