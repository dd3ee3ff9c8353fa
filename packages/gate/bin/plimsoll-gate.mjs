#!/usr/bin/env node
import { main, NOT_KNOWN } from '../lib/main.mjs';

const print = {
  out: text => process.stdout.write(`${text}\n`),
  err: text => process.stderr.write(`${text}\n`),
};

// Not process.exit(): a pipe would lose what has not been written yet.
process.exitCode = await main(process.argv.slice(2), process.env, print).catch(
  error => {
    // Node would end with 1, which means held.
    print.err(`plimsoll-gate: something failed: ${error.message}`);
    return NOT_KNOWN;
  },
);
