import fs from 'node:fs';
import path from 'node:path';
import { arrowRules } from './arrows';
import { auditing, budgetRules } from './budgets';
import { hygieneRules } from './hygiene';
import { manifestProblems } from './manifests';
import { purityRules } from './purity';
import { readSource, repositoryFiles, root, Rule, Source } from './source';

const rules = [...arrowRules, ...purityRules, ...budgetRules, ...hygieneRules];
const byName = rules.map(rule => [rule.name, rule] as const);

const findings = (rule: Rule, source: Source) =>
  rule.appliesTo(source.path) ? rule.check(source) : [];

describe('every rule can fail', () => {
  it.each(byName)('%s', (_, rule) => {
    expect(rule.bad.filter(source => !findings(rule, source).length)).toEqual(
      [],
    );
    expect(rule.good.filter(source => findings(rule, source).length)).toEqual(
      [],
    );
    expect(rule.bad.length && rule.good.length).toBeTruthy();
  });

  it('one place creates audit events', () => {
    const file = (name: string, text: string) => ({
      path: `plugins/reliability-backend/src/${name}`,
      text,
    });
    const event = 'await auditor.createEvent({ eventId });';
    expect(
      auditing([
        file('http/audited.ts', event),
        file('tier/tierRouter.ts', event),
        file('http/audited.test.ts', event),
        file('a.ts', 'f();'),
      ]),
    ).toHaveLength(2);
  });

  it('published packages are complete', () => {
    const manifest = {
      license: 'Apache-2.0',
      description: 'A plugin',
      repository: { directory: 'plugins/a' },
      publishConfig: { access: 'public' },
      configSchema: 'config.d.ts',
      files: ['dist', 'config.d.ts'],
    };
    const all = () => true;
    const problems = (
      changed: object,
      has = (file: string) => file !== 'migrations',
    ) => manifestProblems('plugins/a', { ...manifest, ...changed }, has);
    expect(problems({})).toEqual([]);
    expect(problems({}, () => false)).toHaveLength(2);
    expect(problems({}, all)).toHaveLength(1);
    expect(problems({ license: 'MIT' })).toHaveLength(1);
    expect(problems({ repository: {} })).toHaveLength(1);
    expect(problems({ files: ['dist'] })).toHaveLength(1);
    expect(problems({ private: true })).toHaveLength(1);
  });
});

describe('this repository', () => {
  const sources = repositoryFiles().flatMap(file => readSource(file) ?? []);

  it.each(byName)('%s', (_, rule) => {
    const broken = sources.flatMap(source =>
      findings(rule, source).map(
        ({ line, message }) => `${source.path}:${line} ${message}`,
      ),
    );
    expect(broken).toEqual([]);
  });

  it('one place creates audit events', () => {
    expect(auditing(sources)).toHaveLength(1);
  });

  it('published packages are complete', () => {
    const folders = fs
      .readdirSync(path.join(root, 'plugins'))
      .map(name => `plugins/${name}`)
      .filter(folder => fs.existsSync(path.join(root, folder, 'package.json')));
    const problems = folders.flatMap(folder => {
      const at = (file: string) => path.join(root, folder, file);
      const manifest = JSON.parse(fs.readFileSync(at('package.json'), 'utf8'));
      return manifestProblems(folder, manifest, file =>
        fs.existsSync(at(file)),
      );
    });
    expect(folders.length).toBeGreaterThan(0);
    expect(problems).toEqual([]);
  });
});
