import { formsOf } from './forms.ts';
import { knownOf } from './words.ts';

/**
 * Verbs that say what somebody does, one can picture it; not "try", "work", "ensure", "strive", which say
 * that something is done without saying what.
 */
const CONCRETE = `
accompany acknowledge add address adjust admit advertise advise agree alert allocate allot alter analyse
announce answer apologise appeal apply appoint argue arrange ask assemble assert assign assist attach
audit authorise base beat bend bike bill bind blend block book borrow brainstorm brief bring browse budget
build bump bundle buy calculate call cancel carry catch categorise celebrate chart chase chat check cheer
chunk circle clarify classify clean climb close coach collaborate collect color-code colour-code combine
comfort compare compile complain compliment comply compose compromise compute concede confide confirm
confront congratulate connect consult contact contract convert convince cook coordinate copy correct
counsel count cover craft create critique cross-train customise cut cycle debate debrief decline decorate
dedicate define defuse delegate delete deliver demo describe design detail devise diagnose dig direct
discuss distract distribute divide document donate double download draft drag draw eat edit educate
eliminate email enforce enlist enquire enrol escalate escort establish estimate evaluate examine exchange
exempt exercise experiment explain export express extend facilitate feed fetch figure fill film filter fix
flag fold follow force forgive format forward fund gather google grab greet group guide halt hand hang
hire hold host hug hunt inform inquire insist inspect install instruct integrate interrupt intervene
interview introduce investigate invite invoice isolate jog join jot journal jump knock label launch lay
lend list listen load lock log lower mail map mark match measure mediate meditate meet mentor merge
message model modify monitor mute name nap narrow negotiate network nominate note notify nurture observe
offer open order organise outline outsource overhaul oversee pack paint park partner pause pay persuade
phone photograph phrase pick pilot pin pinpoint pitch plan plot point poll post postpone pour practise
praise pray prepare present press print prioritise programme prompt propose prune publish pull punch
purchase push question quit raise rank reach read reallocate rearrange reassign reassure rebook rebuild
recap recheck recite recommend reconcile reconsider record recount recruit redesign redirect redistribute
redo reduce refer refocus refund refuse regroup rehearse reject relax relay release relocate remake remind
remove renegotiate reopen reorganise repair repeat rephrase replace reply report reprioritise request
reschedule research reserve reset respond rest restart restate restructure resubmit retake retrain return
reuse review revise revisit reward rewrite ride ring rinse role-play roll rotate run rush sample save say
scan schedule scold screen search seek select sell send separate serve set settle shadow share shift shop
shorten shout show shut sign simplify sit sit-down sketch skip sleep smile solicit sort speak specify
split stack staff stand standardise step stick stop store straighten strategise streamline structure
submit substitute suggest summarise supervise survey swap swim switch tackle talk tally target teach tell
test text thank throw tidy touch tour trace track trade train transfer translate trim troubleshoot tutor
type unplug update upload vacuum validate vent verify view visit voice volunteer vote wait wake walk warn
wash watch weigh welcome wipe withdraw wrap write yell`;

const LEMMA = new Map<string, string>();
for (const verb of CONCRETE.trim().split(/\s+/)) {
  const head = verb.split('-')[0]!;
  for (const form of formsOf(head)) if (!LEMMA.has(form)) LEMMA.set(form, head);
}

/** @returns the verb a word is a form of, or null when it is not one of the verbs that can be pictured */
export const concreteVerb = knownOf((word): string | null => LEMMA.get(word) ?? null);
