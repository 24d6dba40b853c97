import type { Token } from './tokens.ts';
import { knownOf, type Word } from './words.ts';

/**
 * How particular the language of an answer is. People who tell what they did name numbers, days, things one can
 * point at and small decided acts; people who speak in general say what "is", what one "always" does, what they
 * "think" and how important it all was. Both lists are closed and short on purpose: ordinary words of any field,
 * none of them a term of art.
 */

const words = (text: string) => new Set(text.trim().split(/\s+/));

const PARTICULAR = words(`
  one two three four five six seven eight nine ten eleven twelve dozen fifteen twenty thirty forty fifty sixty ninety
  hundred half third quarter once twice
  minute hour hours day days week weeks weekly month months monthly year yearly quarterly morning afternoon evening night
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
  november december spring summer autumn winter
  each only until before after first second last next same which another every instead then than roughly nearly
  almost exactly per off out up down on by
  asked ask ran put took sat pulled went got turned stopped wrote called rang showed counted found dropped fell walked
  agreed checked printed moved cut handed opened
  list page sheet paper form spreadsheet chart board folder email phone text note notes desk room floor shift table drawer
  wall door fax label sticker card calendar log logbook register letter map photo picture script template checklist tray
  bag box bed chair cupboard corridor screen ticket whiteboard van bus kitchen
  agenda planner deadline deadlines reminder reminders alarm timer google doc docs document documents excel app laptop computer
  video camera survey draft outline schedule minutes poll meeting meetings emails texts message messages calls question
  questions book books notebook lunch coffee dinner walk gym music break breaks homework exam exams test quiz essay paper
  papers presentation slides poster code car bike store shop restaurant house apartment rooms class classes dog food money
  card cards key keys tool tools machine order orders receipt uniform shirt shirts ball game games campus library office lab
  privately aside
  told explained later came gave sent met brought bought made said spoke set started left kept helped
  she he him his nobody someone cost paid`);

const GENERAL = words(`
  is are be being always think believe feel know would should must need
  really very truly definitely absolutely extremely incredibly
  important importance essential crucial critical vital key good better best great excellent strong positive
  effective effectively successful success professional professionalism passionate passion exciting valuable
  everything anything everyone everybody things various different diverse many people you your they
  leadership culture value values strategic strategy alignment align leverage ensure ensuring strive
  continuous improvement communication transparency collaboration collaborative stakeholders vision mission environment
  landscape opportunity opportunities growth quality management business level challenge challenges conflict
  holistic ultimately overall
  sure all certain something hard able maintain lot skill skills person respect respectful respected trust comfortable mindset
  attitude situation situations ability abilities
  make making try trying tried do doing work working deal dealing handle focus strive help helping have learn stay`);

/** How much the balance of particular to general words counts beside the variety of particular ones. */
const BALANCE = 0.7;

const KIND = { neither: 0, particular: 1, general: 2 } as const;
const kindOf = knownOf((word) =>
  PARTICULAR.has(word) ? KIND.particular : GENERAL.has(word) ? KIND.general : KIND.neither,
);

/** Is this a word for a day, a person, a thing one can point at or a small decided act? */
export const isParticular = (word: Word): boolean => kindOf(word) === KIND.particular;

/**
 * @param tokens of the whole answer
 * @param masked tokens that do not count
 * @returns about 3 for a case told in particulars, 0 and below for general talk
 */
export function particularity(tokens: readonly Token[], masked: Uint8Array): number {
  const seen = new Set<string>();
  let particular = 0;
  let general = 0;
  for (let i = 0; i < tokens.length; i++) {
    const { kind, text, word } = tokens[i]!;
    if (kind === 'mark' || masked[i] === 1) continue;
    const known = kindOf(word);
    if (kind === 'number' || known === KIND.particular) {
      particular++;
      seen.add(text);
    } else if (known === KIND.general) general++;
  }
  const balance = Math.log(Math.max(1, particular) / Math.max(1, general));
  return Math.log1p(seen.size) + BALANCE * balance;
}
