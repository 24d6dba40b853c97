/**
 * How fast greenroom is, as whole processes beside others on the same machine, and how its cost grows. Prints the
 * tables of docs/performance.md.
 *
 *   npm run build && npm run bench              some twenty minutes
 *   npm run build && npm run bench -- --quick   10,000 records instead of 100,000
 *   npm run build && npm run bench -- --million 1,000,000 records for memory and growth
 */
import { growth, growthTable } from './speed/growth.ts';
import { installed } from './speed/installed.ts';
import { journalRow } from './speed/journal.ts';
import { machine, ROUNDS, type Row, rowTable } from './speed/rows.ts';
import { startUp } from './speed/start-up.ts';
import { streaming } from './speed/streaming.ts';

const quick = process.argv.includes('--quick');
const million = process.argv.includes('--million');
const records = quick ? 10_000 : 100_000;
const most = million ? 1_000_000 : 100_000;

const rows: Row[] = [
  ...step('start-up', startUp),
  ...step('streaming', () => streaming(records, most)),
  step('journal', journalRow),
  step('installed size', installed),
];
console.log(`${machine()}; medians of ${ROUNDS} (lowest–highest)\n`);
console.log(`${rowTable(rows)}\n`);
const sizes = [1000, 10_000, 100_000, 1_000_000].filter((size) => size <= (million ? most : records));
console.log(growthTable(step('growth', () => growth(sizes))));

function step<T>(name: string, work: () => T): T {
  process.stderr.write(`${name} …\n`);
  return work();
}
