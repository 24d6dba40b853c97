import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

export interface Answer {
  question: string;
  answer: string;
}

const byQuestion = new Map<string, string[]>();
const corpus = readFileSync(new URL('../../tests/corpus/answers.jsonl', import.meta.url), 'utf8');
for (const line of corpus.trim().split('\n')) {
  const { question, answer }: Answer = JSON.parse(line);
  byQuestion.set(question, [...(byQuestion.get(question) ?? []), answer]);
}
const questions = [...byQuestion.keys()];

/**
 * Answers of so many words each, made of the written corpus: one answer, and others to the same question behind it
 * until there are enough words.
 */
export function answersOf(words: number, count: number): Answer[] {
  return Array.from({ length: count }, (_, index) => {
    const question = questions[index % questions.length]!;
    const written = byQuestion.get(question)!;
    const round = Math.floor(index / questions.length);
    const step = 1 + (Math.floor(round / written.length) % (written.length - 1));
    let text = '';
    for (let next = round, have = 0; have < words; next += step) {
      const piece = firstWords(written[next % written.length]!, words - have);
      have += piece.split(/\s+/).length;
      text += text === '' ? piece : `\n\n${piece}`;
    }
    return { question, answer: text };
  });
}

function firstWords(text: string, count: number): string {
  return new RegExp(`^\\s*(?:\\S+\\s*){1,${count}}`).exec(text)![0].trim();
}

/** One word over and over. */
export function oneWord(words: number, count: number): Answer[] {
  const answer = Array(words).fill('reduced').join(' ');
  return answersOf(1, count).map(({ question }) => ({ question, answer }));
}

/** The corpus without its full stops, commas and line breaks: one sentence that does not end. */
export function oneSentence(words: number, count: number): Answer[] {
  const plain = (text: string) => text.replace(/[^\p{L}\p{N}\s]+/gu, '').replace(/\s+/g, ' ');
  return answersOf(words, count).map(({ question, answer }) => ({ question, answer: plain(answer) }));
}

/** Writes so many JSON lines, the answers over and over. */
export function writeRecords(file: string, answers: readonly Answer[], count: number): void {
  const lines = answers.map((one) => `${JSON.stringify(one)}\n`);
  const all = lines.join('');
  const fd = openSync(file, 'w');
  for (let left = count; left > 0; left -= lines.length) {
    writeSync(fd, left >= lines.length ? all : lines.slice(0, left).join(''));
  }
  closeSync(fd);
}
