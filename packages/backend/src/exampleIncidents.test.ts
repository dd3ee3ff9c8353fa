import { Entity } from '@backstage/catalog-model';
import {
  defaultChecklist,
  defaultPostmortemSections,
} from '@plimsoll/backstage-plugin-reliability-common';
import { statuspageComponentId } from '@plimsoll/test-fakes';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import {
  DemoIncidents,
  readIncidentFolder,
} from './demoIncidents/readDemoIncidents';
import { DAY, incidentIdOf, majorId, timeOf } from './demoIncidents/times';
import { incidentsOf } from './demoIncidents/troubles';
import { readDemoOncall } from './demoOncall/readDemoOncall';

const SINCE = Date.parse('2026-11-21T12:00:00Z');
const examples = resolve(__dirname, '../examples');
const documentsOf = (file: string): Entity[] =>
  parseAllDocuments(readFileSync(resolve(examples, file), 'utf8')).map(
    document => document.toJS(),
  );
const components = readdirSync(resolve(examples, 'services')).flatMap(file =>
  documentsOf(`services/${file}`),
);
const org = documentsOf('org.yaml');
const people = org
  .filter(({ kind }) => kind === 'User')
  .map(({ metadata }) => metadata.name);
const owners = org.map(
  ({ kind, metadata }) => `${kind.toLowerCase()}:default/${metadata.name}`,
);
const annotated = (name: string) =>
  components.flatMap(({ metadata }) =>
    (metadata.annotations?.[name] ?? '').split(',').filter(Boolean),
  );

describe('the incidents of the demo organisation', () => {
  let file: DemoIncidents;
  let ids: string[];
  beforeAll(async () => {
    file = await readIncidentFolder(resolve(examples, 'incidents'));
    ids = [
      ...[...incidentsOf(file.troubles), ...file.pagerduty].map(
        ({ id }) => `pagerduty:${id}`,
      ),
      ...file.firehydrant.map(
        (_, index) => `firehydrant:${majorId(index + 1)}`,
      ),
      ...file.status.map(({ id }) => `status:${id}`),
      ...file.records.map(({ key }) => `portal:${key}`),
      ...file.bridge.map(({ key }) => `bridge-log:${key}`),
    ];
  });

  it('are some 160, each with an id of its own, within a year', () => {
    expect(ids.length).toBeGreaterThanOrEqual(150);
    expect(new Set(ids).size).toBe(ids.length);
    const times = [
      ...incidentsOf(file.troubles),
      ...file.pagerduty,
      ...file.firehydrant,
      ...file.status,
      ...file.records,
      ...file.bridge,
    ].map(({ at }) => timeOf(at, SINCE));
    expect(Math.min(...times)).toBeGreaterThan(SINCE - 365 * DAY);
    expect(Math.max(...times)).toBeLessThan(SINCE);
  });

  it('concern services at their tools that entities name, but for those nobody claims', () => {
    const { pagerduty } = readDemoOncall(
      readFileSync(resolve(examples, 'oncall.yaml'), 'utf8'),
    );
    const known = pagerduty.flatMap(({ services }) =>
      Object.keys(services ?? {}),
    );
    const paged = [...file.troubles, ...file.pagerduty].map(
      each => each.service,
    );
    expect(paged.filter(id => !known.includes(id))).toEqual([]);

    const majors = new Set(file.firehydrant.flatMap(each => each.services));
    const names = annotated('firehydrant.com/service-name');
    expect([...majors].filter(name => !names.includes(name))).toEqual([
      'Voucher service',
    ]);
    expect(names.filter(name => !majors.has(name))).toEqual([]);

    const told = new Set(file.status.flatMap(each => each.components));
    const shown = annotated('statuspage.io/components');
    expect(
      [...told].filter(
        name => !shown.includes(`status:${statuspageComponentId(name)}`),
      ),
    ).toEqual(['Voucher service', 'Haulier portal']);
    expect(new Set([...told].map(statuspageComponentId)).size).toBe(told.size);
  });

  it('name services of the catalog', () => {
    const services = components.map(({ metadata }) => metadata.name);
    const named = [
      ...[...file.records, ...file.bridge].flatMap(each => each.services ?? []),
      ...Object.keys(file.changes.every),
      ...file.changes.marks.map(([service]) => service),
    ];
    expect(named.filter(name => !services.includes(name))).toEqual([]);
  });

  it('are worked on by people of the catalog', () => {
    const displayed = org.map(({ spec }) => Object(spec?.profile).displayName);
    const leads = file.firehydrant.flatMap(
      ({ people: roles = {}, tickets = [] }) => [
        ...Object.values(roles),
        ...tickets.flatMap(({ who }) => who ?? []),
      ],
    );
    expect(leads.filter(name => !displayed.includes(name))).toEqual([]);
    const authors = [
      ...file.pagerduty.flatMap(({ by, notes = [] }) => [
        ...(by ? [by] : []),
        ...notes.map(note => note.by),
      ]),
      ...[...file.enrichments, ...file.postmortems, ...file.followUps].map(
        ({ by }) => by,
      ),
      ...file.postmortems.flatMap(({ reviewer }) => reviewer ?? []),
      ...file.followUps.flatMap(({ lesson }) => lesson?.by ?? []),
    ];
    expect(authors.filter(name => !people.includes(name))).toEqual([]);
    const assigned = file.followUps.map(({ owner }) => owner);
    expect(assigned.filter(ref => !owners.includes(ref))).toEqual([]);
  });

  it('are what people wrote about in the portal', () => {
    const about = [
      ...file.enrichments,
      ...file.postmortems,
      ...file.followUps,
    ].map(({ incident }) => incidentIdOf(incident));
    expect(about.filter(id => !ids.includes(id))).toEqual([]);
  });

  it('have postmortems of the template, read by somebody else', () => {
    const sections = defaultPostmortemSections.map(({ id }) => id);
    for (const { by, reviewer, sections: written } of file.postmortems) {
      expect(sections).toEqual(expect.arrayContaining(Object.keys(written)));
      expect(reviewer).not.toBe(by);
    }
  });

  it('contradict items of the checklist', () => {
    const items = defaultChecklist.items.map(({ id }) => id);
    const contradicted = file.followUps.flatMap(
      ({ contradicts }) => contradicts ?? [],
    );
    expect(contradicted).toHaveLength(1);
    expect(items).toEqual(expect.arrayContaining(contradicted));
  });
});
