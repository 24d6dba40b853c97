import { setFlagsFromString } from 'node:v8';

/** By V8's major version (Node 20; 22; 24), what it calls its patience, some ten times what it has by itself. */
const PATIENCE = new Map([
  ['11', '--interrupt-budget=1000000'],
  ['12', '--invocation-count-for-turbofan=30000'],
  ['13', '--invocation-count-for-turbofan=30000'],
]);

/**
 * Lets functions run for longer before machine code is made of them. What reads a few dozen answers has ended by then:
 * by itself V8 takes as long over such code as all the reading does, and what reads thousands is no slower for it.
 */
export function compileLater(): void {
  const flag = PATIENCE.get(process.versions.v8.split('.')[0]!);
  if (flag !== undefined) setFlagsFromString(flag);
}
