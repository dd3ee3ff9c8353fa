import {
  DEFAULT_NAMESPACE,
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  defaultChecklist,
  ONCALL_ANNOTATION,
  SLO_ANNOTATION,
} from '@plimsoll/backstage-plugin-reliability-common';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { readDemoFacts } from './demoFacts/readDemoFacts';
import { namesIn, personOf } from './demoOncall/people';
import { planOf } from './demoOncall/plan';
import { readDemoOncall } from './demoOncall/readDemoOncall';
import { answerRows } from './demoReadiness/answerRows';
import { readDemoAnswers } from './demoReadiness/readDemoAnswers';
import { nameOnDisk } from './demoSlos/demoGit';

const examples = resolve(__dirname, '../examples');
const files = readdirSync(examples, { recursive: true })
  .map(String)
  .filter(file => file.endsWith('.yaml'))
  .filter(file => !['facts.yaml', 'answers.yaml', 'oncall.yaml'].includes(file))
  .filter(file => !/^(slo|incidents|programme)[/\\]/.test(file));
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

describe('who is on call at the demo organisation', () => {
  const file = readDemoOncall(
    readFileSync(resolve(examples, 'oncall.yaml'), 'utf8'),
  );
  const { schedules, strangers, pagerduty, opsgenie, calendars } = file;
  const users = new Map(
    entities
      .filter(({ kind }) => kind === 'User')
      .map(({ metadata, spec }) => [metadata.name, spec?.profile]),
  );
  const annotated = (name: string) =>
    entities.flatMap(({ metadata }) => metadata.annotations?.[name] ?? []);

  it('are people as the catalog knows them, or strangers', () => {
    const names = namesIn(file).filter(name => !(name in strangers));
    expect(names.map(name => [name, personOf(file, name)])).toEqual(
      names.map(name => {
        const { displayName, email } = Object(users.get(name));
        return [name, { name: displayName, email }];
      }),
    );
  });

  it('is planned by schedules that are there and never end', () => {
    const used = [
      ...[...pagerduty, ...opsgenie].flatMap(({ levels }) => levels.flat()),
      ...calendars.flatMap(({ levels }) => levels),
    ].filter(target => !users.has(target));
    expect([...new Set(used)].sort()).toEqual(Object.keys(schedules).sort());
    const since = Date.parse('2026-11-21T12:00:00Z');
    const later = Date.parse('2031-05-01T12:00:00Z');
    for (const schedule of Object.values(schedules)) {
      const shifts = planOf(schedule, since)(later, later + 7 * 86_400_000);
      expect(shifts.length).toBeGreaterThan(0);
    }
  });

  it('is at PagerDuty for all services that name it, but for one on either side', () => {
    const there = pagerduty.flatMap(each => Object.keys(each.services ?? {}));
    const named = annotated('pagerduty.com/service-id');
    expect(named.filter(id => !there.includes(id))).toEqual(['PKL0H8Z']);
    // Nobody says that the weather feed is theirs, so that its incidents belong to nobody.
    expect(there.filter(id => !named.includes(id))).toEqual(['PKL0F6Z']);
  });

  it('is named by annotations as it is there, but for a failing account and a mistake', () => {
    const followed = [
      ...pagerduty.map(({ id }) => `pagerduty:escalation:${id}`),
      ...calendars.map(({ id }) => `calendar:feed:${id}`),
      'static:group:default/crew-systems',
      'static:rota:vessel-link',
    ];
    expect(
      annotated(ONCALL_ANNOTATION).filter(ref => !followed.includes(ref)),
    ).toEqual([
      'pagerduty-eu:schedule:PASSIST',
      'port-duty:escalation:PEBERTH1',
    ]);
  });

  it('is at Opsgenie still for those who move', () => {
    expect([...new Set(annotated('opsgenie.com/team'))]).toEqual(
      opsgenie.map(({ name }) => name),
    );
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
