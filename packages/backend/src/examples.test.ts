import {
  DEFAULT_NAMESPACE,
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  defaultChecklist,
  SLO_ANNOTATION,
} from '@plimsoll/backstage-plugin-reliability-common';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { readDemoFacts } from './demoFacts/readDemoFacts';
import { answerRows } from './demoReadiness/answerRows';
import { readDemoAnswers } from './demoReadiness/readDemoAnswers';
import { nameOnDisk } from './demoSlos/demoGit';

const examples = resolve(__dirname, '../examples');
const files = readdirSync(examples, { recursive: true })
  .map(String)
  .filter(file => file.endsWith('.yaml'))
  .filter(file => !['facts.yaml', 'answers.yaml'].includes(file))
  .filter(file => !/^slo[/\\]/.test(file));
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

describe('the SLO files of the demo organisation', () => {
  const named = entities.flatMap(({ metadata }) =>
    (metadata.annotations?.[SLO_ANNOTATION] ?? '')
      .split(',')
      .map(file => file.trim())
      .filter(Boolean)
      .map(file =>
        nameOnDisk(
          new URL(
            file,
            metadata.annotations?.['backstage.io/source-location']?.replace(
              'url:',
              '',
            ),
          ).href,
        ),
      ),
  );

  it('are those that the services name', () => {
    expect([...named].sort()).toEqual(
      readdirSync(resolve(examples, 'slo')).sort(),
    );
  });

  it('leave some services without any', () => {
    const without = services.filter(
      ({ metadata }) => !metadata.annotations?.[SLO_ANNOTATION],
    );
    expect(without.length).toBeGreaterThan(8);
  });
});

describe('the answers of the demo organisation', () => {
  const file = readDemoAnswers(
    readFileSync(resolve(examples, 'answers.yaml'), 'utf8'),
  );
  const items = defaultChecklist.items.map(
    ({ id, category, phase, verify, evidence }) => ({
      id,
      category,
      phase,
      automatic: verify !== 'manual',
      evidenceRule: evidence,
    }),
  );
  const manual = items.filter(({ automatic }) => !automatic);
  const rows = (service: string) =>
    file.services
      .filter(profile => profile.service === service)
      .flatMap(profile => answerRows(profile, file, items, new Date()));
  const names = file.services.map(({ service }) => service);

  it('are about services of the company, each once', () => {
    expect(new Set(names).size).toBe(names.length);
    const present = services.map(({ metadata }) => metadata.name);
    expect(names.filter(name => !present.includes(name))).toEqual([]);
    expect(file.checklist).toBe(defaultChecklist.id);
  });

  it('name items, phases and categories of the checklist that ships', () => {
    const words = new Set(
      manual.flatMap(({ id, phase, category }) => [id, phase, category]),
    );
    const used = file.services.flatMap(profile => [
      ...(profile.yes === 'all' ? [] : profile.yes ?? []),
      ...(profile.except ?? []),
    ]);
    expect(used.filter(word => !words.has(word))).toEqual([]);

    const ids = new Set(manual.map(({ id }) => id));
    const named = file.services.flatMap(profile =>
      [
        profile.no,
        profile['not-applicable'],
        profile.notes,
        profile.ages,
        profile.doubts,
        ...(profile.reviews ?? []).map(({ comments }) => comments),
      ].flatMap(byId => Object.keys(byId ?? {})),
    );
    const usual = [...Object.keys(file.notes), ...Object.keys(file.evidence)];
    expect([...named, ...usual].filter(id => !ids.has(id))).toEqual([]);
  });

  it.each(names)('are written by people of the team: %s', name => {
    const service = services.find(({ metadata }) => metadata.name === name);
    const profile = file.services.find(({ service: of }) => of === name);
    const team = entities
      .filter(({ kind }) => kind === 'User')
      .filter(({ spec }) =>
        [spec?.memberOf ?? []].flat().includes(service?.spec?.owner as string),
      )
      .map(({ metadata }) => metadata.name);
    expect(team).toEqual(expect.arrayContaining([...(profile?.authors ?? [])]));
  });

  it.each(names)('are such that the import takes them: %s', name => {
    const answers = rows(name);
    expect(answers.length).toBeGreaterThan(0);
    const lacking = answers.filter(({ itemId, answer, evidence, note }) => {
      const rule = items.find(({ id }) => id === itemId)?.evidenceRule;
      return (
        (answer === 'yes' && rule === 'required' && evidence.length === 0) ||
        (answer === 'not-applicable' && note.length < 3)
      );
    });
    expect(lacking).toEqual([]);
  });

  it('are reviewed by somebody who answered nothing of the phase', () => {
    const own = file.services.flatMap(({ service, authors, reviews = [] }) =>
      reviews
        .filter(({ reviewer }) => reviewer && authors.includes(reviewer))
        .map(({ phase }) => `${service} ${phase}`),
    );
    expect(own).toEqual([]);
  });

  it('leave some services without any', () => {
    expect(services.length - names.length).toBeGreaterThan(5);
  });
});
