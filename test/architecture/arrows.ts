import path from 'node:path';
import { checkImports, Import } from './imports';
import { isScript, isTest, Rule } from './source';

const CORE = 'plugins/reliability-common/src/core';
const CONTRACT = 'plugins/reliability-common/src/contract';
const BACKEND = 'plugins/reliability-backend/src';
const FRONTEND = 'plugins/reliability/src';

const PURE_LIBRARIES = ['@marcbachmann/cel-js', 'luxon'];
const FEATURES = ['slo', 'oncall', 'readiness', 'incidents'];
const NOUNS = ['tier', ...FEATURES, 'maturity'];
/** What all nouns speak of, and what knows none of them. */
const FACTS = 'facts';

const within = (folder: string, file: string) =>
  file === folder || file.startsWith(`${folder}/`);
const isCodeIn = (folder: string) => (file: string) =>
  within(folder, file) && isScript(file) && !isTest(file);
const nounOf = (folder: string, file: string) =>
  [FACTS, ...NOUNS].find(noun => within(`${folder}/${noun}`, file));

const coreIsAlone: Rule = {
  name: 'core imports only core and the pure libraries',
  appliesTo: isCodeIn(CORE),
  check: source =>
    checkImports(source, ({ target, relative }) => {
      const allowed = relative
        ? within(CORE, target)
        : PURE_LIBRARIES.includes(target);
      return allowed ? undefined : `core imports ${target}`;
    }),
  bad: [
    { path: `${CORE}/tier/a.ts`, text: `import { z } from 'zod';` },
    { path: `${CORE}/tier/a.ts`, text: `export * from '../../contract/tier';` },
    { path: `${CORE}/tier/a.ts`, text: `type A = import('knex').Knex;` },
  ],
  good: [
    { path: `${CORE}/maturity/a.ts`, text: `import { Tier } from '../tier';` },
    { path: `${CORE}/slo/a.ts`, text: `import { Duration } from 'luxon';` },
  ],
};

const coreNouns: Rule = {
  name: 'inside core: facts ← tier ← features ← maturity',
  appliesTo: isCodeIn(CORE),
  check: source =>
    checkImports(source, ({ target }) => {
      const from = nounOf(CORE, source.path);
      const to = nounOf(CORE, target);
      const allowed =
        !to ||
        to === from ||
        to === FACTS ||
        from === 'maturity' ||
        (from === undefined && path.posix.dirname(source.path) === CORE) ||
        (FEATURES.includes(from ?? '') && to === 'tier');
      return allowed ? undefined : `core/${from} imports core/${to}`;
    }),
  bad: [
    { path: `${CORE}/tier/a.ts`, text: `import { a } from '../maturity';` },
    { path: `${CORE}/slo/a.ts`, text: `import { a } from '../oncall/b';` },
    { path: `${CORE}/slo/a.ts`, text: `import { a } from '../maturity/b';` },
    { path: `${CORE}/shared/a.ts`, text: `import { a } from '../tier';` },
    { path: `${CORE}/facts/a.ts`, text: `import { a } from '../tier';` },
  ],
  good: [
    { path: `${CORE}/slo/a.ts`, text: `import { a } from '../tier/b';` },
    { path: `${CORE}/slo/a.ts`, text: `import { a } from '../facts';` },
    { path: `${CORE}/maturity/a.ts`, text: `import { a } from '../slo';` },
    { path: `${CORE}/index.ts`, text: `export * from './maturity';` },
  ],
};

const contractTypes: Rule = {
  name: 'the contract takes only types from core, and nothing else of ours',
  appliesTo: isCodeIn(CONTRACT),
  check: source =>
    checkImports(source, ({ target, relative, typeOnly }) => {
      const allowed =
        !relative ||
        within(CONTRACT, target) ||
        (within(CORE, target) && typeOnly);
      return allowed ? undefined : `contract imports ${target}`;
    }),
  bad: [
    { path: `${CONTRACT}/a.ts`, text: `import { assess } from '../core';` },
    { path: `${CONTRACT}/a.ts`, text: `import { p } from '../permissions';` },
  ],
  good: [
    {
      path: `${CONTRACT}/a.ts`,
      text: `import type { T } from '../core/tier';`,
    },
    { path: `${CONTRACT}/a.ts`, text: `import { type T } from '../core';` },
    { path: `${CONTRACT}/a.ts`, text: `import { z } from 'zod';` },
  ],
};

/** The layer of a backend file, from the suffix of its name. */
const layerOf = (file: string) =>
  path.posix.basename(file).match(/(Router|Service|Store)s?(\.tsx?)?$/i)?.[1];

const FORBIDDEN: Record<string, RegExp> = {
  Router: /Stores?$/i,
  Service: /Routers?$/i,
  Store: /(Service|Router)s?$/i,
};

function wrongLayer(file: string, imported: Import) {
  const layer = layerOf(file);
  const forbidden = layer && FORBIDDEN[layer[0].toUpperCase() + layer.slice(1)];
  if (!forbidden || !imported.relative) {
    return undefined;
  }
  const base = path.posix.basename(imported.target).replace(/\.tsx?$/, '');
  const culprit = [base, ...imported.names].find(name => forbidden.test(name));
  return culprit && `a ${layer} imports ${culprit}`;
}

const layers: Rule = {
  name: 'router → service → store, never back and never past a service',
  appliesTo: isCodeIn(BACKEND),
  check: source =>
    checkImports(source, imported => wrongLayer(source.path, imported)),
  bad: [
    { path: `${BACKEND}/tier/tierRouter.ts`, text: `import './TierStore';` },
    {
      path: `${BACKEND}/tier/tierRouter.ts`,
      text: `import { TierStore } from '.';`,
    },
    {
      path: `${BACKEND}/http/createRouter.ts`,
      text: `import type { Stores } from '../database/stores';`,
    },
    { path: `${BACKEND}/tier/TierStore.ts`, text: `import './TierService';` },
    { path: `${BACKEND}/database/stores.ts`, text: `import '../tierRouter';` },
    { path: `${BACKEND}/tier/TierService.ts`, text: `import './tierRouter';` },
  ],
  good: [
    { path: `${BACKEND}/tier/tierRouter.ts`, text: `import './TierService';` },
    { path: `${BACKEND}/tier/TierService.ts`, text: `import './TierStore';` },
    {
      path: `${BACKEND}/tier/TierStore.ts`,
      text: `import { DatabaseService } from '@backstage/backend-plugin-api';`,
    },
  ],
};

const featuresApart: Rule = {
  name: 'in the backend, features meet only in maturity',
  appliesTo: isCodeIn(BACKEND),
  check: source =>
    checkImports(source, ({ target }) => {
      const from = FEATURES.find(f => within(`${BACKEND}/${f}`, source.path));
      const to = FEATURES.find(f => within(`${BACKEND}/${f}`, target));
      return from && to && from !== to ? `${from} imports ${to}` : undefined;
    }),
  bad: [{ path: `${BACKEND}/slo/a.ts`, text: `import '../oncall/b';` }],
  good: [
    { path: `${BACKEND}/slo/a.ts`, text: `import '../maturity/reassess';` },
    { path: `${BACKEND}/maturity/a.ts`, text: `import '../slo/SloStore';` },
  ],
};

const HTTP_NAMES =
  /^(fetchApiRef|discoveryApiRef|\w*Client|reliabilityApiRef)$/;

const componentsAskHooks: Rule = {
  name: 'components reach the api only through hooks',
  appliesTo: isCodeIn(`${FRONTEND}/components`),
  check: source =>
    checkImports(source, ({ target, relative, names, typeOnly }) => {
      if (typeOnly) {
        return undefined;
      }
      const name = names.find(n => HTTP_NAMES.test(n));
      const api = relative && within(`${FRONTEND}/api`, target);
      return name || api ? `a component imports ${name ?? target}` : undefined;
    }),
  bad: [
    {
      path: `${FRONTEND}/components/tier/A.tsx`,
      text: `import { reliabilityApiRef } from '../../api';`,
    },
    {
      path: `${FRONTEND}/components/tier/A.tsx`,
      text: `import { fetchApiRef } from '@backstage/core-plugin-api';`,
    },
  ],
  good: [
    {
      path: `${FRONTEND}/components/tier/A.tsx`,
      text: `import type { Api } from '../../api'; import '../../hooks/useA';`,
    },
  ],
};

const frontendDirection: Rule = {
  name: 'components → hooks → api, never back',
  appliesTo: isCodeIn(FRONTEND),
  check: source =>
    checkImports(source, ({ target }) => {
      const order = ['api', 'hooks', 'components'];
      const level = (file: string) =>
        order.findIndex(folder => within(`${FRONTEND}/${folder}`, file));
      const from = level(source.path);
      return from >= 0 && level(target) > from
        ? `${order[from]} imports ${order[level(target)]}`
        : undefined;
    }),
  bad: [
    { path: `${FRONTEND}/hooks/useA.ts`, text: `import '../components/A';` },
    { path: `${FRONTEND}/api/Client.ts`, text: `import '../hooks/useA';` },
  ],
  good: [{ path: `${FRONTEND}/hooks/useA.ts`, text: `import '../api';` }],
};

export const arrowRules: Rule[] = [
  coreIsAlone,
  coreNouns,
  contractTypes,
  layers,
  featuresApart,
  componentsAskHooks,
  frontendDirection,
];
