import { findLines, Rule } from './source';

// Written in pieces, so that this file does not break its own rule.
const host = (...parts: string[]) => parts.join('.');
const folder = (...parts: string[]) => `/${parts.join('/')}/`;

const REGISTRY =
  /\bregistry\.[a-z0-9-]+\.[a-z]{2,}|\b(artifactory|verdaccio|nexus)\.[a-z0-9.-]+|\bnpmRegistryServer\b|^\s*(@[\w-]+:)?registry\s*=/i;
const MACHINE_PATH = /(?<![\w.-])\/(work|tmp\/bash_jobs|root)\//;

export const hygieneRules: Rule[] = [
  {
    name: 'no file names a package registry',
    appliesTo: () => true,
    check: source => findLines(source, REGISTRY, 'names a registry'),
    bad: [
      {
        path: 'a.md',
        text: `npm i --registry https://${host('registry', 'npmjs', 'org')}`,
      },
      {
        path: '.yarnrc.yml',
        text: `${'npmRegistry'}Server: "https://mirror.example"`,
      },
      { path: '.npmrc', text: `${'registry'}=https://mirror.example` },
      { path: 'a.md', text: host('artifactory', 'corp', 'example') },
    ],
    good: [
      { path: 'a.ts', text: 'this.registry.add(provider); registry.get(id);' },
      { path: 'a.md', text: 'The provider registry validates what is added.' },
    ],
  },
  {
    name: 'no file names a folder of the machine it was written on',
    appliesTo: () => true,
    check: source => findLines(source, MACHINE_PATH, 'names a machine path'),
    bad: [
      { path: 'a.ts', text: `cd ${folder('work', 'main')}` },
      { path: 'a.md', text: `see ${folder('tmp', 'bash_jobs', '1')}` },
    ],
    good: [
      { path: 'a.md', text: 'https://example.com/work/items and ./work/x' },
      { path: 'a.ts', text: "path.join(os.tmpdir(), 'work')" },
    ],
  },
  {
    name: 'the lock file takes packages from no address',
    appliesTo: file => file === 'yarn.lock',
    check: source =>
      findLines(source, /https?:\/\/|__archiveUrl/, 'names an address'),
    bad: [
      { path: 'yarn.lock', text: 'resolution: "a@https://example.com/a.tgz"' },
      {
        path: 'yarn.lock',
        text: '"a@npm:1.0.0::__archiveUrl=https%3A%2F%2Fb"',
      },
    ],
    good: [{ path: 'yarn.lock', text: 'resolution: "http-errors@npm:2.0.0"' }],
  },
];
