import assert from 'node:assert/strict';
import test from 'node:test';
import { adviceFor, compileErrors, isFatal, logFilter } from './startLog.mjs';

const backend = (level, text) =>
  `\x1b[2m2026-11-21T05:04:12.229Z\x1b[22m \x1b[34mcatalog\x1b[39m \x1b[32m${level}\x1b[39m ${text}`;

function shown(...lines) {
  const filter = logFilter();
  return lines.filter(line => filter(line));
}

test('an error of the backend is shown with its stack', () => {
  const lines = [backend('error', 'no such table'), '    at query (x.js:1)'];
  assert.deepEqual(shown(...lines), lines);
});

test('an error that comes back is shown once', () => {
  const first = backend('error', 'no such table');
  const again = first.replace('05:04', '05:05');
  const other = backend('error', 'no such column');
  assert.deepEqual(shown(first, again, other), [first, other]);
});

test('news of the backend stay in the file, with what belongs to them', () => {
  assert.deepEqual(shown(backend('info', 'Listening'), '    more'), []);
});

test('a crash right after news is shown', () => {
  const crash = ['TypeError: oops', '    at x.js:1', 'Node.js v20.20.2'];
  assert.deepEqual(shown(backend('info', 'Listening'), ...crash), crash);
});

test('an error of the frontend is shown, the chatter of its server is not', () => {
  const error = ['ERROR in ./src/App.tsx', '  × Expected a semicolon'];
  assert.deepEqual(
    shown(
      '<i> [webpack-dev-server] running',
      ...error,
      'Rspack compiled successfully',
    ),
    error,
  );
});

test('the backend giving up is recognised', () => {
  const failure = 'Backend startup failed due to the following errors:';
  assert.ok(isFatal(backend('error', failure)));
  assert.ok(isFatal('Node.js v20.20.2'));
  assert.ok(!isFatal(backend('error', 'GET /x 500')));
});

test('a frontend that does not compile is noticed', () => {
  assert.equal(compileErrors('Rspack compiled successfully'), 0);
  assert.equal(
    compileErrors('\x1b[31mRspack compiled with 8 errors\x1b[39m'),
    8,
  );
  assert.equal(compileErrors('Rspack compiled with 1 error'), 1);
  assert.equal(compileErrors('<i> something else'), undefined);
});

test('a known crash of native code comes with advice', () => {
  const crash =
    '3: 0x81169b node::RemoveEnvironmentCleanupHook(v8::Isolate*, void (*)(void*), void*)';
  assert.match(adviceFor(crash), /use Node\.js 22/);
  assert.equal(adviceFor('TypeError: oops'), undefined);
});
