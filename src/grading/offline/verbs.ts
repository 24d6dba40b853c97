import { formsOf } from './forms.ts';

/**
 * Verbs that say what somebody does, one can picture it; not "try", "work", "ensure", "strive", which say
 * that something is done without saying what.
 */
const CONCRETE = `
accept add address adjust admit advise agree aim-at allocate analyse announce answer apologise appeal apply appoint approach arrange ask assemble assess assign attend audit authorise
back-up bill block book borrow brainstorm break brief bring budget build buy calculate call cancel carry cater change charge chart chase check choose clarify clean clear close coach code collect combine come-up communicate compare compile complete
compose compromise compute confirm confront connect consult contact contract convert convince cook coordinate copy correct count cover craft create cross-train cut deal decline decorate delegate deliver demonstrate describe design develop diagnose dig direct discuss
distribute divide document double download draft draw drive drop earn edit educate email eliminate employ enlist enrol enter escalate escort establish estimate evaluate examine exchange exercise exempt experiment explain export extend fill filter find finish fix
flag follow forward frame fund gather get give go greet group guide hand hire hold identify implement improvise include inform inspect install instruct interview introduce invest investigate invite invoice isolate join journal jot keep-track label launch lay lead learn leave
lend limit list listen load locate log look lower map mark match mediate meditate meet mentor merge message model monitor motivate move negotiate note notify observe offer open order organise outline outsource overhaul pack paint pair pause pay perform phone pick pilot place plan
plot post postpone practise prepare present print prioritise produce programme promise prompt propose prune publish pull purchase push put raise read rearrange reassign reassure rebuild recommend reconcile record recount recruit redesign redo reduce refer reflect refund refuse
rehearse reject remind remove renegotiate reorganise repair repeat replace report request research reschedule reset resolve respond restart restructure retrain return review revise reward rewrite ring role-play roll rotate run sample save scan schedule screen search sell send separate
serve set share shadow shift show sign simplify sit sketch sort speak split spend staff stage stand standardise start-off step stock stop streamline study submit suggest summarise supervise swap switch take talk teach tell test text thank time touch-base trace track train transfer
translate treat trim troubleshoot tweak type update upload use verify visit volunteer vote walk warn wash watch weigh withdraw write`;

const LEMMA = new Map<string, string>();
for (const verb of CONCRETE.trim().split(/\s+/)) {
  const head = verb.split('-')[0]!;
  for (const form of formsOf(head)) if (!LEMMA.has(form)) LEMMA.set(form, head);
}

/** @returns the verb a word is a form of, or null when it is not one of the verbs that can be pictured */
export function concreteVerb(word: string): string | null {
  return LEMMA.get(word) ?? null;
}
