import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readJournal } from '../../src/journal/read.ts';

/** Appends for ever, and says of each record that it is safe. */
const script = (home: string) => `
  import { openJournal } from ${JSON.stringify(join(import.meta.dirname, '../../src/journal/append.ts'))};
  const journal = openJournal(${JSON.stringify(home)}, 's');
  for (let place = 0; ; place++) {
    journal.append({ event: 'skipped', place });
    process.stdout.write(place + '\\n');
  }`;

/** Kills the writer so many milliseconds after its first record; the records it had called safe. */
function killedAfter(home: string, pause: number): Promise<number> {
  const writer = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script(home)]);
  let safe = '';
  writer.stdout.on('data', (chunk) => {
    if (safe === '') setTimeout(() => writer.kill('SIGKILL'), pause);
    safe += chunk;
  });
  return new Promise((resolve) => writer.on('close', () => resolve(safe.split('\n').length - 1)));
}

it('loses nothing that was called safe when the program is killed', async () => {
  const home = mkdtempSync(join(tmpdir(), 'greenroom-killed-'));
  let safe = 0;
  for (const pause of [0, 3, 11, 23, 41]) safe += await killedAfter(home, pause);
  const { records, damage } = await readJournal(home);
  expect(safe).toBeGreaterThan(5);
  expect(records.length).toBeGreaterThanOrEqual(safe);
  // A record cut off by the kill stays as a line that is passed over.
  expect(damage.length).toBeLessThanOrEqual(5);
  rmSync(home, { recursive: true });
});
