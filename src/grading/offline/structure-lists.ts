/** What the shape of an answer is read from, whatever the question and the field. */

const phrases = (text: string): string[] =>
  text
    .trim()
    .split(/\s*[|\n]\s*/)
    .filter((phrase) => phrase !== '');

export const STRUCTURE: Record<string, string[]> = {
  time: phrases(`
    last year | last spring | last summer | last fall | last autumn | last winter | last month | last week | last semester | years ago | months ago | weeks ago | a year ago | a while ago | ago
    one day | one time | one night | one morning | one evening | one instance | one occasion | once | at the time | at that time | back in | back when | this past | during my | during the
    when i was | when i worked | when i took | when i started | when i joined | when i first | when i came | when we | in high school | in college | at university | in university | freshman year | sophomore year | junior year | senior year
    my first | that week | that day | the week before | the day before | the next day | over the summer | the first time | the first week | in my first | i remember | i can remember | i recall | previously | early on | at one point | for two | for three | after covid | during covid`),
  role: phrases(`
    i am a | i am the | i am an | i was a | i was the | i was an | i was on | i work in | i work at | i work for | i work as | i worked in | i worked at | i worked for | i worked as | i manage | i managed | i run | i ran | i oversee | i oversaw | i lead | i led | i coordinate | i direct | i directed | i look after | i have been a | i have been the
    working at | working as | working in | while working | as a | as an | as the | my last job | my previous job | my old job | my former | my current | my last | my previous | my job | my job at | at work | at my | in my | on my | at our | in our | on our | our clinic | our hospital | our unit | our ward | our lab | our department | our practice | our group | our pharmacy | our team | my team | my unit | my class | my school | my department | my organization | my organisation | my club | my sorority | my fraternity | my internship`),
  problem: phrases(`
    problem | issue | challenge | struggle | struggled | difficult | difficulty | conflict | disagree | disagreement | mistake | error | complaint | late | delay | delayed | short | shortage | broken | broke | wrong | missed | missing | lost | losing | fail | failed | failing | confused | confusion | unhappy | upset | angry | overwhelmed | behind | deadline | denied | denial | rejected | waste | wasted | backlog | bottleneck | gap | risk | concern | worried | stuck | trouble | hard | stressful | crisis | understaffed | refuse | ran out | run out | not enough | too many | too much | no one | nobody`),
  goal: phrases(`
    needed to | need to | had to | have to | wanted to | want to | in order to | so that | to make sure | make sure | made sure | ensure | my job was | my role was | my task | our task | the task | task was | was asked | were asked | been asked | asked me | responsible | responsibility | my responsibility | in charge of | the goal | my goal | our goal | goal was | aim | aimed | tasked | assigned | the point was | supposed to | the question | the plan was | had been told | was told to | trying to | tried to | i set out | decide | decided | decision | deadline | due | volunteer | volunteered | it was up to me | my part | took on | took over | was given | figure out | wanted`),
  outcome: phrases(`
    as a result | in the end | at the end | ended up | resulted in | the result | outcome | led to | which meant | since then | ever since | from then on | after that | afterwards | by the end | it worked | this worked | that worked | worked out | worked well | worked for | work well | that did it | made a difference | paid off | turned out | turned it around | succeed | success | successful | successfully | was able to | were able to | am able to | are able to | still in place | still in use | still use | has stayed | have stayed | held since | resolved | solved | was approved | got approved | signed off | on time | under budget | accepted | adopted | agreed to | agreed | rolled out | happier | was happy | were happy | very happy | thanked | thankful | grateful | appreciated | earned | received | won | passed | achieved | accomplished | finished | completed | helped | improved | got better | much better | a lot better | easier | smoother | less stressful | calmed down | understood | satisfied | pleased | promoted | got the position | got the job | eventually | finally | thanks to | went well | went better | went smoothly | we now | now we | now i | i now | stopped | dropped | went down | came down | went up | fewer | less | more often | noticeably | beneficial | benefit | benefited | saved | effective | grew | increased | made it possible | allowed | gave me | brought us | compromise | great`),
  lesson: phrases(`
    learned | learnt | lesson | taught me | taught us | realised | realized | looking back | in hindsight | do differently | next time | in the future | from then on | since then i | i now | now i | now i always | made me realise | made me realize | showed me | it helped me | grew from | experience taught | i would do | would have done | my mistake | i was wrong | i regret | understand now | important because | matters because | mattered because | that matters | which matters | because`),
  steps: phrases(
    'first | firstly | second | secondly | third | then | next | lastly | finally | after that | step | steps | start by | begin by | started by | from there | once that | at the end | if',
  ),
  reason: phrases(
    'because | since | so that | due to | in order to | as i | in case | that way | this way | therefore | so i | so we',
  ),
  people: phrases(
    `<person> | <colleague> | my manager | my boss | my supervisor | my friend | my friends | my mom | my dad | my parents | my sister | my brother | them | him | her`,
  ),
  'i-do': phrases(`
    i make | i take | i use | i ask | i keep | i check | i read | i set | i try | i go | i look | i start | i create | i work | i listen | i talk | i put | i get | i give | i help | i do | i plan | i write | i prioritise | i prioritize | i organise | i organize | i schedule | i find | i communicate | i focus | i also | i always | i usually | i then | i first | i run | i sit | i meet | i review | i track | i break | i divide | i assign | i approach | i explain | i let | i remind | i practice | i practise | i attend | i follow | i bring | i send | i reach | i like to | i have a | i have specific | making sure`),
};
