import fs from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

// eslint-disable-next-line no-control-regex
const plain = line => line.replace(/\x1b\[[0-9;]*m/g, '');
const BACKEND_LINE = /^\d{4}-\d\d-\d\dT[\d:.]+Z (\S+ (\w+) .*)/;
// A query in an error can fill the screen; the file has all of it.
const WIDEST = 400;
const CHATTER = [
  /^\s*$/,
  /^<i> /,
  /^NOTE: /,
  /^Starting /,
  /^Loaded config from /,
  /^Loading config from /,
  /^Rspack compiled successfully/,
  /^\(node:\d+\) .*DeprecationWarning/,
  /^\(Use `node --trace-/,
];
// The development server answers all the same when the frontend does not compile.
const COMPILED = /^Rspack compiled (successfully|with (\d+) errors?)/;
const FATAL = [
  /Backend startup failed due to/,
  /^Node\.js v\d+/,
  /^----- Native stack trace -----/,
];

/**
 * Decides line by line what a user must see: each error of the backend once, and whatever is not
 * known chatter.
 */
export function logFilter() {
  const errors = new Set();
  let shown = false;
  return coloured => {
    const line = plain(coloured);
    const backend = line.match(BACKEND_LINE);
    if (backend) {
      const [, text, level] = backend;
      const known = errors.has(text.slice(0, 120));
      shown = level === 'error' && !known;
      if (shown) {
        errors.add(text.slice(0, 120));
      }
    } else if (!/^\s/.test(line)) {
      // An indented line belongs to the one before it.
      shown = !CHATTER.some(pattern => pattern.test(line));
    }
    return shown;
  };
}

const shorten = line =>
  line.length > WIDEST ? `${line.slice(0, WIDEST)} …` : line;

/** How many errors a line reports for the frontend: 0 after success, undefined on any other line. */
export function compileErrors(line) {
  const outcome = plain(line).match(COMPILED);
  return outcome ? Number(outcome[2] || 0) : undefined;
}

/** Advice for failures whose own words do not tell what to do. */
export const adviceFor = line =>
  line.includes('RemoveEnvironmentCleanupHook')
    ? `better-sqlite3 crashes when it was compiled with the headers of this Node ${process.version} (nodejs/node issue 65446): use Node.js 22.`
    : undefined;

export const isFatal = line => FATAL.some(pattern => pattern.test(plain(line)));

/**
 * Keeps everything in a file and shows what matters. `beforeShow` makes room on the screen;
 * `onFatal` hears when the backend gave up, which backstage-cli itself survives.
 */
export function startLog(file, { verbose, beforeShow, onFatal }) {
  const out = fs.createWriteStream(file);
  const filter = logFilter();
  let rest = '';
  let last = [];
  let frontendErrors = 0;
  let advice;
  return {
    file: path.relative(root, file),
    read(text) {
      out.write(text);
      const lines = (rest + text).split('\n');
      rest = lines.pop();
      for (const line of lines) {
        last = [...last.slice(-29), line];
        if (filter(line) || verbose) {
          beforeShow();
          console.log(verbose ? line : shorten(line));
        }
        frontendErrors = compileErrors(line) ?? frontendErrors;
        advice = advice || adviceFor(line);
        if (isFatal(line)) {
          onFatal();
        }
      }
    },
    advice: () => advice,
    frontendErrors: () => frontendErrors,
    last: () => [...last, rest].join('\n').trim(),
  };
}
