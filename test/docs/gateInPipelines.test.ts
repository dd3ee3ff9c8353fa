import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { codeUnder, documentation, rowsUnder } from './page';

const root = resolve(__dirname, '../..');
const page = documentation('gate-in-pipelines.md');
const help = execFileSync(
  process.execPath,
  [resolve(root, 'packages/gate/bin/plimsoll-gate.mjs'), '--help'],
  { encoding: 'utf8' },
);

const optionsIn = (text: string) =>
  [...new Set(text.match(/(?<![\w-])--[a-z][a-z-]*/g))].sort();
const parsed = (heading: string) => {
  const [text] = codeUnder(page, heading, 'yaml');
  const document = parseDocument(text, { logLevel: 'silent' });
  expect(document.errors).toEqual([]);
  return document.toJS();
};

it('the page lists every option that the command has, and no other', () => {
  const rows = rowsUnder(page, 'All options').slice(1);
  const listed = optionsIn(rows.map(([option]) => option).join(' '));
  expect(listed).toEqual(optionsIn(help));
});

it.each([
  ['GitHub Actions', 'yaml'],
  ['GitLab CI', 'yaml'],
  ['Jenkins', 'groovy'],
])(
  'the job of %s uses options that there are, a key, and no token on the command line',
  (heading, language) => {
    const [job] = codeUnder(page, heading, language);
    const used = optionsIn(job).filter(option => option !== '--yes');
    expect(optionsIn(help)).toEqual(expect.arrayContaining(used));
    expect(used).toEqual(
      expect.arrayContaining(['--change', '--key', '--on-error', '--override']),
    );
    expect(used).not.toContain('--token');
  },
);

it('the jobs are YAML that holds together', () => {
  const github = parsed('GitHub Actions');
  expect(github.jobs.deploy.needs).toEqual(['gate', 'gate-override']);
  expect(Object.keys(github.jobs)).toEqual(
    expect.arrayContaining(github.jobs.deploy.needs),
  );
  // In `run` an input would become part of the command.
  const runs = Object.values<any>(github.jobs).flatMap(({ steps }) =>
    steps.map(({ run }: { run?: string }) => run ?? ''),
  );
  expect(runs.join()).not.toContain('${{');
  const gitlab = parsed('GitLab CI');
  expect(gitlab.stages).toEqual(
    expect.arrayContaining([gitlab['.gate'].stage, gitlab.deploy.stage]),
  );
});

it('the template of the page and that of the demo use inputs that the action has', () => {
  const source = readFileSync(
    resolve(root, 'plugins/scaffolder-backend-module-reliability/README.md'),
    'utf8',
  );
  const known = [...source.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
  const demo = parseDocument(
    readFileSync(
      resolve(root, 'packages/backend/examples/templates/release.yaml'),
      'utf8',
    ),
  ).toJS();
  for (const { steps } of [parsed('In a template'), demo.spec]) {
    const [gate] = steps;
    expect(gate.action).toBe('plimsoll:gate');
    expect(known).toEqual(expect.arrayContaining(Object.keys(gate.input)));
  }
});
