#!/usr/bin/env node
const { run } = require('../dist/cli.cjs');

// To end while still at work is a fault, not a success.
process.once('exit', () => {
  process.exitCode ??= 2;
});
run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
