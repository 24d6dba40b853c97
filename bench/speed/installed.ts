import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder, ROOT } from './process.ts';
import { atMost, type Row } from './rows.ts';

/** What `npm install greenroom` puts on a disk. */
export function installed(): Row {
  return inFolder((folder) => {
    const npm = (cwd: string, ...args: string[]) =>
      execFileSync('npm', [...args, '--ignore-scripts'], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    npm(ROOT, 'pack', '--pack-destination', folder);
    const [packed] = readdirSync(folder);
    writeFileSync(join(folder, 'package.json'), '{}');
    npm(folder, 'install', '--omit=dev', '--no-audit', '--no-fund', `./${packed}`);
    const kilobytes = execFileSync('du', ['-sk', 'node_modules'], { cwd: folder, encoding: 'utf8' });
    return atMost('installed size, production dependencies', 25, ' MB', [
      (Number.parseInt(kilobytes, 10) * 1024) / 1e6,
    ]);
  });
}
