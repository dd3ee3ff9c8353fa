import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import path from 'node:path';
import { jestEntries, lineEntries, summary } from './results.mjs';
import { root } from './root.mjs';

const passed = { status: 'passed', fullName: 'adds' };
const failed = { status: 'failed', fullName: 'subtracts' };
const pending = { status: 'pending', fullName: 'divides' };

const suite = (status, assertionResults, message = '') => ({
  name: path.join(root, 'plugins/x/src/a.test.ts'),
  status,
  assertionResults,
  message,
});
const closing = (report, code, options) =>
  summary(jestEntries(report, code, options)).lines.pop();

describe('jest', () => {
  for (const [what, report, code, line] of [
    [
      'counts tests',
      { testResults: [suite('failed', [passed, failed, pending])] },
      1,
      '1 passed, 1 failed, 1 skipped',
    ],
    [
      'counts a suite that does not compile as failed',
      { testResults: [suite('failed', [], 'SyntaxError: oops\n at x')] },
      1,
      '0 passed, 1 failed, 0 skipped',
    ],
    [
      'counts a suite whose clean-up fails after its tests passed',
      { testResults: [suite('failed', [passed], 'afterAll failed')] },
      1,
      '1 passed, 1 failed, 0 skipped',
    ],
    [
      'fails when jest wrote no report',
      undefined,
      1,
      '0 passed, 1 failed, 0 skipped',
    ],
    [
      'fails when jest ends badly though every test passed',
      { testResults: [suite('passed', [passed])] },
      1,
      '1 passed, 1 failed, 0 skipped',
    ],
    [
      'fails when jest was interrupted',
      { testResults: [suite('passed', [passed])], wasInterrupted: true },
      0,
      '1 passed, 1 failed, 0 skipped',
    ],
    [
      'fails when the filter matches nothing',
      { testResults: [] },
      0,
      '0 passed, 1 failed, 0 skipped',
    ],
  ]) {
    test(what, () => assert.equal(closing(report, code), line));
  }

  test('does not call tests skipped that -t did not ask for', () => {
    const report = { testResults: [suite('passed', [passed, pending])] };
    const options = { selectedByName: true };
    assert.equal(closing(report, 0, options), '1 passed, 0 failed, 0 skipped');
  });

  test('says why a file skips its tests, where that is known', () => {
    const report = { testResults: [suite('passed', [passed, pending])] };
    const linesWith = whySkipped =>
      summary(jestEntries(report, 0, { whySkipped })).lines;
    const name = 'plugins/x/src/a.test.ts › divides';
    assert.ok(
      linesWith(file => `no server for ${file}`).includes(
        `  ${name}: no server for plugins/x/src/a.test.ts`,
      ),
    );
    assert.ok(
      linesWith(() => undefined).includes(`  ${name}: skipped in its source`),
    );
  });

  test('says why a suite did not run', () => {
    const report = {
      testResults: [
        suite(
          'failed',
          [],
          '\x1b[31m  ● Test suite failed to run\n\n  Cannot find module\x1b[0m',
        ),
      ],
    };
    const { lines } = summary(jestEntries(report, 1));
    assert.ok(
      lines.includes('  plugins/x/src/a.test.ts: Cannot find module'),
      lines.join('\n'),
    );
  });
});

describe('runners outside jest', () => {
  const closingOf = (text, code) =>
    summary(lineEntries('journey', text, code)).lines.pop();
  const ok = '{"name":"signs in","status":"passed"}\n';

  for (const [what, text, code, line] of [
    ['count their entries', ok + ok, 0, '2 passed, 0 failed, 0 skipped'],
    ['fail when they report nothing', '', 0, '0 passed, 1 failed, 0 skipped'],
    ['fail when they end badly', ok, 1, '1 passed, 1 failed, 0 skipped'],
    [
      'fail when cut off',
      `${ok}{"name":"si`,
      0,
      '1 passed, 1 failed, 0 skipped',
    ],
    [
      'fail on a status nobody knows',
      '{"name":"x","status":"flaky"}',
      0,
      '0 passed, 1 failed, 0 skipped',
    ],
  ]) {
    test(what, () => assert.equal(closingOf(text, code), line));
  }
});

test('the summary lists every skip with its reason and is red when something failed', () => {
  const skip = { name: 'journey', status: 'skipped', reason: 'no browser' };
  const green = summary([skip]);
  assert.ok(green.ok);
  assert.ok(green.lines.includes('  journey: no browser'));
  assert.ok(!summary([skip, { name: 'a', status: 'failed' }]).ok);
});
