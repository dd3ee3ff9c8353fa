// Every runner's outcome ends up in one list of { name, status: passed | failed | skipped, reason? }.
// What ran but told nothing, or could not run at all, becomes a failed entry here and never silence.
import path from 'node:path';
import { root } from './root.mjs';

const STATUSES = ['passed', 'failed', 'skipped'];
// Jest's own heading starts with a bullet; the reason is below it.
const reasonIn = text =>
  `${text || ''}`
    // eslint-disable-next-line no-control-regex
    .replace(/\x1b\[[0-9;]*m/g, '')
    .split('\n')
    .map(line => line.trim())
    .find(line => line && !line.startsWith('●'));

function jestSuite(suite, { selectedByName, whySkipped }) {
  const file = path.relative(root, suite.name);
  const entries = [];
  for (const test of suite.assertionResults) {
    const name = `${file} › ${test.fullName}`;
    if (test.status === 'passed' || test.status === 'failed') {
      entries.push({ name, status: test.status });
    } else if (test.status === 'todo') {
      entries.push({ name, status: 'skipped', reason: 'still to be written' });
    } else if (!selectedByName) {
      // With -t, jest reports every test that was not asked for as pending.
      entries.push({
        name,
        status: 'skipped',
        reason: whySkipped?.(file) ?? 'skipped in its source',
      });
    }
  }
  if (
    suite.status === 'failed' &&
    !entries.some(entry => entry.status === 'failed')
  ) {
    const reason = reasonIn(suite.message) || 'the test file did not run';
    entries.push({ name: file, status: 'failed', reason });
  }
  return entries;
}

/**
 * `report`: the parsed output of jest --json, undefined when jest wrote none. `options.whySkipped(file)`: why
 * the tests of a file are skipped, where that is known.
 */
export function jestEntries(report, exitCode, options = {}) {
  if (!report) {
    return [
      {
        name: 'jest',
        status: 'failed',
        reason: `ended with code ${exitCode} before it could report`,
      },
    ];
  }
  const entries = report.testResults.flatMap(suite =>
    jestSuite(suite, options),
  );
  const failed = entries.some(entry => entry.status === 'failed');
  if (report.wasInterrupted) {
    entries.push({ name: 'jest', status: 'failed', reason: 'interrupted' });
  } else if (exitCode !== 0 && !failed) {
    const reason = `ended with code ${exitCode} though no test failed`;
    entries.push({ name: 'jest', status: 'failed', reason });
  } else if (entries.length === 0) {
    const reason = 'no test matches what was asked for';
    entries.push({ name: 'jest', status: 'failed', reason });
  }
  return entries;
}

/** `text`: one JSON entry a line, as written by a runner outside jest. */
export function lineEntries(runner, text, exitCode) {
  const entries = [];
  for (const line of text.split('\n').filter(Boolean)) {
    let entry;
    try {
      entry = JSON.parse(line);
    } catch {
      entry = undefined;
    }
    if (entry && entry.name && STATUSES.includes(entry.status)) {
      entries.push(entry);
    } else {
      const reason = `reported something unreadable: ${line.slice(0, 100)}`;
      entries.push({ name: runner, status: 'failed', reason });
    }
  }
  const failed = entries.some(entry => entry.status === 'failed');
  if (exitCode !== 0 && !failed) {
    const reason = `ended with code ${exitCode}`;
    entries.push({ name: runner, status: 'failed', reason });
  } else if (entries.length === 0) {
    entries.push({
      name: runner,
      status: 'failed',
      reason: 'reported nothing',
    });
  }
  return entries;
}

/** The lines that close a test run; the numbers are alone on the last one. */
export function summary(entries) {
  const of = status => entries.filter(entry => entry.status === status);
  const list = (title, items) =>
    items.length === 0
      ? []
      : [
          title,
          ...items.map(({ name, reason }) =>
            reason ? `  ${name}: ${reasonIn(reason)}` : `  ${name}`,
          ),
          '',
        ];
  const [passed, failed, skipped] = STATUSES.map(of);
  return {
    ok: failed.length === 0,
    lines: [
      '',
      ...list('Failed:', failed),
      ...list('Skipped:', skipped),
      `${passed.length} passed, ${failed.length} failed, ${skipped.length} skipped`,
    ],
  };
}
