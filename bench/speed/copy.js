// What any program that handles JSON lines must do at least: reads them, parses and stringifies each, writes them.
import { createReadStream } from 'node:fs';

let held = Buffer.alloc(0);
for await (const chunk of createReadStream(process.argv[2], { highWaterMark: 1024 * 1024 })) {
  const bytes = Buffer.concat([held, chunk]);
  let start = 0;
  let out = '';
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
    out += `${JSON.stringify(JSON.parse(bytes.toString('utf8', start, end)))}\n`;
    start = end + 1;
  }
  held = bytes.subarray(start);
  process.stdout.write(out);
}
