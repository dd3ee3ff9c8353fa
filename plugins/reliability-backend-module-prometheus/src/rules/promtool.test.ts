import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { RuleSubject } from '@plimsoll/backstage-plugin-reliability-node';
import {
  describePrometheus,
  prometheusBinaries,
} from '../__testUtils__/binaries';
import { generateRules, RULES_FILE } from './generateRules';
import { everyKind, plain } from './__testUtils__/subjects';

jest.setTimeout(240_000);

const options = { format: 'prometheus', stepMs: 30_000 } as const;

describePrometheus('promtool', () => {
  let folder: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plimsoll-rules-'));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  function promtool(...args: string[]) {
    const { promtool: program } = prometheusBinaries()!;
    return new Promise<{ passed: boolean; output: string }>(resolve => {
      execFile(program, args, { cwd: folder }, (error, stdout, stderr) =>
        resolve({ passed: error === null, output: stdout + stderr }),
      );
    });
  }

  function write(
    subjects: readonly RuleSubject[],
    change: (rules: string) => string = text => text,
  ) {
    const rules = generateRules(subjects, { ...options, tests: false });
    const tests = generateRules(subjects, { ...options, tests: true });
    fs.writeFileSync(path.join(folder, RULES_FILE), change(rules));
    fs.writeFileSync(path.join(folder, 'tests.yaml'), tests);
  }

  it('accepts the rules of every kind of SLO, and they pass their tests', async () => {
    write(everyKind);
    const checked = await promtool('check', 'rules', RULES_FILE);
    expect(checked.output).toMatch(/SUCCESS: \d{3} rules found/);
    const tested = await promtool('test', 'rules', 'tests.yaml');
    expect(tested).toEqual({
      passed: true,
      output: expect.stringContaining('SUCCESS'),
    });
  });

  it.each<[string, string | RegExp, string]>([
    ['a threshold that rose', '> 0.0144', '> 0.015'],
    ['a threshold that fell', '> 0.006', '> 0.0058'],
    ['a page that waits longer', 'for: 2m', 'for: 12m'],
    ['a ticket that does not wait', 'for: 15m', 'for: 2m'],
    ['no data alert that comes late', 'for: 3m', 'for: 9m'],
    ['another severity', 'severity: ticket', 'severity: page'],
    ['a share that lost its total', /slo_total:rate5m\{/g, 'slo_other:rate5m{'],
    ['a budget that grew', /(:period\{.*) > 0\.001/, '$1 > 0.0012'],
  ])('%s fails the tests', async (_, from, to) => {
    let changed = false;
    write([plain], rules => {
      const text = rules.replaceAll(
        typeof from === 'string' ? from : new RegExp(from, 'g'),
        to,
      );
      changed = text !== rules;
      return text;
    });
    expect(changed).toBe(true);
    const { passed, output } = await promtool('test', 'rules', 'tests.yaml');
    expect(passed).toBe(false);
    expect(output).toContain('FAILED');
  });

  it('a guard that does not mute fails the tests', async () => {
    const guarded = everyKind.filter(({ slo }) => slo.name === 'guarded');
    write(guarded, rules => rules.replaceAll('>= 10', '>= 0.0001'));
    const { passed, output } = await promtool('test', 'rules', 'tests.yaml');
    expect(passed).toBe(false);
    expect(output).toContain('guarded');
  });
});
