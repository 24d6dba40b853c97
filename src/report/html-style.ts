/** The report's style sheet: one column on a narrow screen, dark where the reader prefers it, plain on paper. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ink: #1c2321; --soft: #4d5754; --page: #ffffff; --line: #c9d1ce; --panel: #f4f7f6; --link: #0b5c4f;
  --shown: #d2f0dc; --flag: #ffd5cc; --star: #5f7a99;
  --s1: #f6c3ba; --s2: #fadcba; --s3: #f4eebc; --s4: #d3ebc2; --s5: #a9dcb8;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ink: #e9efed; --soft: #b2bdb9; --page: #151a19; --line: #3c4644; --panel: #1e2524; --link: #7fd6c2;
    --shown: #1d4a30; --flag: #6b2419; --star: #9db8d6;
    --s1: #6e2a21; --s2: #65441a; --s3: #565018; --s4: #335426; --s5: #1b5a39;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 76rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.6em 0 0.5em; overflow-wrap: anywhere; }
h4 { margin: 1em 0 0.3em; font-size: 1rem; }
a { color: var(--link); }
p, ul, ol { margin: 0.5em 0; }
.soft, .prompt, .mark { color: var(--soft); }
.prompt { font-style: italic; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.9rem; }
th, td { border: 1px solid var(--line); padding: 0.3rem 0.5rem; text-align: left; vertical-align: top; }
thead th { background: var(--panel); vertical-align: bottom; }
tbody th { font-weight: 600; min-width: 8rem; max-width: 16rem; overflow-wrap: anywhere; }
th button { font: inherit; color: inherit; background: none; border: 1px solid var(--line); border-radius: 0.2em;
  min-width: 1.5rem; min-height: 1.5rem; padding: 0; cursor: pointer; }
th button::before { content: "\\2195"; }
th[aria-sort=ascending] button::before { content: "\\2191"; }
th[aria-sort=descending] button::before { content: "\\2193"; }
td small { color: inherit; white-space: nowrap; }
td a { color: inherit; }
.names { max-width: 24rem; overflow-wrap: anywhere; }
.s1 { background: var(--s1); fill: var(--s1); } .s2 { background: var(--s2); fill: var(--s2); }
.s3 { background: var(--s3); fill: var(--s3); } .s4 { background: var(--s4); fill: var(--s4); }
.s5 { background: var(--s5); fill: var(--s5); }
.score { display: inline-block; padding: 0.05em 0.5em; border-radius: 0.3em; border: 1px solid var(--line);
  font-size: 0.9em; }
.tools { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; margin: 0.8rem 0; }
.tools[hidden], tr[hidden], section[hidden] { display: none; }
.tools input[type=search] { font: inherit; padding: 0.2rem 0.4rem; }
article { border-top: 1px solid var(--line); }
.sides { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1.5rem; align-items: start; }
blockquote { margin: 0; padding: 0.8rem 1rem; background: var(--panel); white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: none; color: inherit; }
mark.star { text-decoration: underline; text-decoration-color: var(--star); text-underline-offset: 0.2em; }
mark.shown { background: var(--shown); }
mark.flag { background: var(--flag); text-decoration: underline wavy; text-underline-offset: 0.2em; }
sup { font-size: 0.7em; font-weight: 700; line-height: 1; padding-right: 0.15em; }
.star span { margin-right: 0.7em; white-space: nowrap; }
.level0 { color: var(--soft); } .level2 { font-weight: 600; }
.unmet { color: var(--soft); }
@media (max-width: 48rem) {
  body { padding: 0.8rem; }
  .sides { grid-template-columns: minmax(0, 1fr); gap: 0.5rem; }
}
@page { margin: 15mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  .tools, th button { display: none; }
  .scroll { overflow: visible; }
  table { font-size: 8pt; }
  a { color: inherit; text-decoration: none; }
  section.person { break-before: page; }
  h3, h4 { break-after: avoid; }
  tr { break-inside: avoid; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
