/**
 * The lists any rubric may name in a sign: what people say, whatever the question. Phrases follow the
 * grammar of signs. What needs more than a list (numbers, changes, deeds) is found by marks.ts.
 */

/** Found by code rather than by a list of phrases; see marks.ts. */
export const MARKS = [
  'number',
  'money',
  'percent',
  'duration',
  'measured-change',
  'deed',
  'my-deed',
  'our-deed',
  'name',
] as const;
export type Mark = (typeof MARKS)[number];

const phrases = (text: string): string[] =>
  text
    .trim()
    .split(/\s*[|\n]\s*/)
    .filter((phrase) => phrase !== '');

export const LISTS: Record<string, string[]> = {
  'change-word': phrases(`
    fall | drop | cut | reduce | reduction | decrease | shrink | shrunk | halve | lower | came down | went down | go down
    brought down | got down | down to | down from | down by | rise | rose | increase | grow | grew | gain | climb | improve | improvement | went up
    up from | up to | up by | double | triple | recover | save | saving | eliminate | shorten | speed up | sped up | slow
    better | worse | faster | sooner | quicker | shorter | fewer | less | more | under | went from | moved from | jumped
    stopped | dried up | disappear | cleared | turn around | turned around | ahead of`),
  result: phrases(`
    as a result | in the end | ended up | resulted in | result was | outcome | led to | which meant | meant that | that meant
    since then | ever since | from then on | after that | by the end | within a year | it worked | this worked | worked out | worked well
    that did it | made a difference | paid off | turned out | succeed | success | successful | successfully | was able to | were able to
    we now | i now | is now | are now | still in place | still in use | still use | has stayed | have stayed | held since
    resolved | solved | fixed it | fixed the | was approved | got approved | signed off | on time | under budget
    accepted | adopted | agreed to | rolled out | happier | were happy | was happy | thanked | earned | received | won | passed | achieve`),
  cause: phrases(`
    because | due to | caused by | cause of | root cause | the reason | reason was | came down to | turned out | it turns out | traced
    stemmed from | driven by | driver of | drivers | explained by | the problem was | the issue was | the culprit | bottleneck | why
    since the | so the | which meant | source of | at fault | behind it | went wrong | nobody had | no one had | had never | was missing | were missing`),
  'found-out': phrases(`
    found | find out | noticed | notice | discover | discovered | traced | trace | pulled .. data | pull | pulled | analyse | analysed | dug into
    looked into | looked at | looked through | went through | go through | reviewed | review | audit | audited | counted | count | tracked | track | logged | log
    mapped | map | measured | measure | compared | compare | matched | sorted | identify | realise | spotted | spot | saw that | figured out
    worked out why | examined | investigate | asked why | sampled | sample | exported | ran a report | ran the report | ran the numbers | plotted | charted | surveyed | shadowed | observed`),
  'worked-with': phrases(`
    sat down with | sat with | sit with | sitting with | met with | meet with | meeting with | worked with | work with | working with | partnered with | partner with
    teamed up with | brought in | bring in | brought together | bring together | brought .. together | got .. together | pulled together | pulled in | got .. in a room | got .. into a room
    got .. on a call | on one call | in one room | in a room | around a table | at the table | asked | ask | talked to | talked with | spoke with | spoke to | went to | took it to | took that to
    called in | reached out to | rang | phoned | invited | invite | included | involved | consulted | consult | agreed with | convinced | persuaded | won over
    together with | along with | alongside | joined | enlisted | recruited | got .. to agree | weekly call with | huddle with | went over .. with | set up .. with`),
  'money-people': phrases(`
    billing | biller | billers | coder | coders | coding | finance | financial analyst | accountant | accounting | controller | cfo | chief financial officer
    revenue cycle team | revenue cycle manager | revenue integrity | business office | patient accounts | cashier | claims team | claims department | claims section
    payers | payer rep | payor | insurer | insurance company | insurance rep | provider rep | provider relations | the plan | network manager | contracting | managed care | medical aid | registration | patient access | front desk
    case manager | case management | utilisation review | utilization review | purchasing | procurement | supply chain | budget office | vendor | clearinghouse`),
  clinicians: phrases(`
    nurse | nurses | rn | rns | nursing | physician | physicians | doctor | doctors | docs | surgeon | consultant | hospitalist | provider | providers | resident | residents | intern | anaesthetist | anesthesiologist
    pharmacist | pharmacy | pharmacy tech | therapist | physio | physios | pt | ot | pts | speech pathologist | dietitian | social worker | midwife | paramedic | radiographer | tech | techs | technician
    clinician | clinicians | aide | aides | assistant | assistants | np | nps | psychiatrist | gp | gps | cardiologist | oncologist | gastroenterologist | medical assistant | mas | sister | ward | charge nurse`),
  leaders: phrases(`
    ceo | cfo | coo | cio | cmo | cno | chief | director | vp | vice president | president | manager | managers | supervisor | head of | head nurse | head | lead | board | executive | executives | leadership
    administrator | administration | partners | owner | owners | boss | chair | chairman | committee | steering | medical director | matron | dean | principal | captain | coach`),
  'other-teams': phrases(`
    IT | informatics | analyst | hr | human resources | legal | counsel | lawyer | attorney | compliance | scheduling | scheduler | schedulers | facilities | estates | housekeeping | environmental services | evs | security | kitchen | catering | food service
    lab | laboratory | radiology | imaging | pharmacy | purchasing | procurement | supply chain | marketing | operations | quality | risk | registration | front desk | transport | porters | engineering | biomed | vendor | supplier | finance | billing | case management
    social work | admissions | bed management | contracting | analytics | data team | project manager | reception | admin | union | education | credentialing | medical staff office | interpreters | dispatch`),
  learnt: phrases(`
    learned | learnt | learn that | lesson | taught me | i realised | i realized | hadn't realised | hadn't realized | hadn't known | had not known | didn't know | did not know | what i learned | looking back | in hindsight
    if i did it over | if i did it again | do differently | next time | i'd do | would do it differently | my mistake | i was wrong | i had assumed | i'd assumed | i had thought | i'd thought | changed how i | since then i | now i always | now i | i now | i regret`),
  told: phrases(`
    explain | explained | present | presented | told | tell | train | trained | taught | teach | showed | show | shared | share | demonstrated | educated | briefed | wrote up | walked .. through | communicated | announced | reported | posted | put it in terms | translated | framed`),
  because: phrases(
    'because | since | so that | in order to | due to | as a result of | which is why | that is why | the reason',
  ),
  person: phrases('<clinicians> | <leaders> | <money-people>'),
  colleague: phrases(`
    colleague | colleagues | coworker | coworkers | co worker | co workers | teammate | teammates | team member | team members | classmate | classmates | friend | roommate | customer | customers | client | guest | student | students | parent | professor | teacher | player | volunteer`),
};

/** Every name a sign may use without defining it. */
export const BUILT_IN_LISTS: readonly string[] = [...MARKS, ...Object.keys(LISTS)];
