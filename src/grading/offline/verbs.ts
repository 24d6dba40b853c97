import { formsOf } from './forms.ts';

/**
 * Verbs that say what somebody does, one can picture it; not "try", "work", "ensure", "strive", which say
 * that something is done without saying what.
 */
const CONCRETE = `
add adjust admit advise agree allocate analyse announce answer apologise appeal apply appoint arrange ask
assemble assess assign attend audit authorise bill block book borrow brainstorm brief bring budget build
buy calculate call cancel carry chart chase check clarify clean clear coach collect combine communicate
compare compile complete compose compromise compute confirm confront connect consult contact contract
convert convince coordinate copy correct count craft create cross-train cut decline decorate delegate
deliver demonstrate describe design develop diagnose direct discuss distribute divide document double
download draft edit educate eliminate email enlist enrol escalate escort establish estimate evaluate
examine exchange exempt experiment explain export extend filter finish fix flag follow forward fund
gather greet group hire identify implement inform inspect install instruct interview introduce
investigate invite invoice isolate join jot journal label launch lend list listen log map mark match
mediate meditate meet mentor merge message model monitor negotiate note notify observe offer order
organise outline outsource overhaul pack paint pay phone pick pilot pin plan plot post postpone prepare
present print prioritise programme prompt propose prune publish pull purchase read rearrange reassign
reassure rebuild recommend reconcile record recount recruit redesign redo reduce refer refund refuse
rehearse reject remind remove renegotiate reorganise repair repeat replace report request reschedule
research reset resolve restart restructure retrain return review revise reward rewrite ring role-play
roll rotate run sample save scan schedule screen search sell send separate serve set shadow share shift
show sign simplify sit sit-down sketch sort speak spend split staff standardise streamline submit suggest
summarise supervise swap switch talk tally teach tell test text thank trace track train transfer
translate troubleshoot type update upload verify visit volunteer vote walk warn wash watch weigh withdraw
write`;

const LEMMA = new Map<string, string>();
for (const verb of CONCRETE.trim().split(/\s+/)) {
  const head = verb.split('-')[0]!;
  for (const form of formsOf(head)) if (!LEMMA.has(form)) LEMMA.set(form, head);
}

/** @returns the verb a word is a form of, or null when it is not one of the verbs that can be pictured */
export function concreteVerb(word: string): string | null {
  return LEMMA.get(word) ?? null;
}
