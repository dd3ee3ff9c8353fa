import {
  DEFAULT_NAMESPACE,
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { readDemoFacts } from './demoFacts/readDemoFacts';

const examples = resolve(__dirname, '../examples');
const files = readdirSync(examples, { recursive: true })
  .map(String)
  .filter(file => file.endsWith('.yaml') && file !== 'facts.yaml');
const entities = files.flatMap(file =>
  parseAllDocuments(readFileSync(resolve(examples, file), 'utf8')).map(
    document => document.toJS() as Entity,
  ),
);
const known = new Set(entities.map(entity => stringifyEntityRef(entity)));
const services = entities.filter(({ kind, spec }) =>
  ['service', 'website'].includes(
    kind === 'Component' ? String(spec?.type) : '',
  ),
);

/** The fields that refer to other entities, with the kind that a short name stands for. */
const references: Record<string, string> = {
  owner: 'group',
  parent: 'group',
  memberOf: 'group',
  system: 'system',
  domain: 'domain',
  providesApis: 'api',
  consumesApis: 'api',
  dependsOn: 'component',
};

const refsOf = ({ spec = {} }: Entity) =>
  Object.entries(references).flatMap(([field, defaultKind]) =>
    [spec[field] ?? []].flat().map(ref =>
      stringifyEntityRef(
        parseEntityRef(String(ref), {
          defaultKind,
          defaultNamespace: DEFAULT_NAMESPACE,
        }),
      ),
    ),
  );

describe('the demo organisation', () => {
  it('has about thirty services and no entity twice', () => {
    expect(services.length).toBeGreaterThanOrEqual(30);
    expect(known.size).toBe(entities.length);
  });

  it('refers to nothing that is not there, but for the team that was dissolved', () => {
    const missing = entities.flatMap(refsOf).filter(ref => !known.has(ref));
    expect(missing).toEqual(['group:default/team-mainframe']);
  });

  it('pushes facts about its services only', () => {
    const text = readFileSync(resolve(examples, 'facts.yaml'), 'utf8');
    const names = new Set(services.map(entity => stringifyEntityRef(entity)));
    const strangers = readDemoFacts(text, new Date())
      .flatMap(({ facts }) => facts)
      .filter(({ entityRef }) => !names.has(entityRef));
    expect(strangers).toEqual([]);
  });
});
