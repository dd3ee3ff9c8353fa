// A reporter for `node --test`: one JSON entry a line, as lib/results.mjs reads them.
import path from 'node:path';
import { root } from './root.mjs';

function entryOf({ type, data }) {
  const file = data.file ? path.relative(root, data.file) : '';
  // A file that crashed is reported under its own path.
  const name = path.isAbsolute(data.name) ? file : `${file} › ${data.name}`;
  const marked = data.skip ?? data.todo;
  if (marked !== undefined && marked !== false) {
    const reason =
      typeof marked === 'string' ? marked : 'skipped in its source';
    return { name, status: 'skipped', reason };
  }
  if (type === 'test:pass') {
    return data.details.type === 'suite'
      ? undefined
      : { name, status: 'passed' };
  }
  // A suite fails with its tests, which are counted themselves; a failed hook is the suite's own.
  const error = data.details.error;
  return error && error.failureType === 'subtestsFailed'
    ? undefined
    : { name, status: 'failed', reason: error && error.message };
}

export default async function* report(events) {
  for await (const event of events) {
    if (event.type === 'test:pass' || event.type === 'test:fail') {
      const entry = entryOf(event);
      if (entry) {
        yield `${JSON.stringify(entry)}\n`;
      }
    }
  }
}
