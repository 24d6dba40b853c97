/** What to type to run greenroom: in a clone nothing called `greenroom` is on the path. */
export function commandName(): string {
  return process.env.npm_lifecycle_event === 'start' ? 'npm start --' : 'greenroom';
}
