// A worker that fails in the ways a worker can: at "throw" by an error of its own, at "die" by ending.
export default function grade(records) {
  const texts = [records.map(({ answer }) => `${answer}\n`)];
  for (const { answer } of records) {
    if (answer === 'throw') throw new Error('thrown');
    if (answer === 'die') return new Promise(() => setTimeout(() => die()));
  }
  return { texts, scores: records.map(() => 3), reasons: [] };
}

function die() {
  throw new Error('dead');
}
