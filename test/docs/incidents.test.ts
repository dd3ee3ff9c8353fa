/* eslint-disable @backstage/no-forbidden-package-imports -- the pages tell of a part of the backend that no other package may use */
import { incidentsSchema } from '@plimsoll/backstage-plugin-reliability-backend/src/config/incidentSchema';
import {
  createIncidentRequestSchema,
  defaultScorecard,
  defaultSeverities,
  editableFields,
  factCatalogue,
  parseIncidentAnnotation,
  pushedChangeSchema,
  reliabilityPermissions,
  routes,
} from '@plimsoll/backstage-plugin-reliability-common';
import { parse } from 'yaml';
import { codeUnder, documentation, rowsUnder } from './page';

const incidents = documentation('incidents.md');
const postmortems = documentation('incident-postmortems.md');
const providers = documentation('incident-providers.md');

const names = (cell: string) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
const columns = (page: string, heading: string) =>
  rowsUnder(page, heading).slice(1);

/** What a shell line sends. */
function bodyUnder(heading: string): Record<string, unknown> {
  const [shell] = codeUnder(incidents, heading, 'bash');
  const [, body] = /-d '(\{.*\})'/s.exec(shell)!;
  return JSON.parse(body);
}

/** Every key below an object, as paths. */
const keysOf = (value: object): string[] =>
  Object.entries(value).flatMap(([key, below]) =>
    below && typeof below === 'object' && !Array.isArray(below)
      ? [key, ...keysOf(below).map(each => `${key}.${each}`)]
      : [key],
  );

const configs = [
  codeUnder(providers, 'What all accounts share', 'yaml')[0],
  codeUnder(postmortems, 'Configuration', 'yaml')[0],
].map(text => parse(text).reliability.incidents);

describe('the pages about incidents', () => {
  it('list the checks that ship', () => {
    const checks = defaultScorecard.checks.filter(
      ({ dimension }) => dimension === 'incidents',
    );
    const listed = columns(incidents, 'What it does to the score');
    expect(listed.map(([id, level]) => [id, level])).toEqual(
      checks.map(({ id, level }) => [`\`${id}\``, level]),
    );
    expect(checks).toHaveLength(5);
  });

  it('list every fact with its type', () => {
    const listed = columns(documentation('facts.md'), 'Incidents');
    const facts = factCatalogue.filter(({ key }) =>
      key.startsWith('incidents.'),
    );
    expect(listed.map(([key, type]) => [key, type])).toEqual(
      facts.map(({ key, type }) => [`\`${key}\``, type]),
    );
  });

  it('list every route, with what narrows it', () => {
    const rows = columns(documentation('api.md'), 'HTTP API');
    const listed = rows.flatMap(([route]) => names(route));
    const ofIncidents = Object.values(routes).filter(({ path }) =>
      /incident|postmortem|follow-up|lesson|ledger|budget-review|^\/changes/.test(
        path,
      ),
    );
    expect(ofIncidents).toHaveLength(27);
    for (const route of ofIncidents) {
      const path = route.path.replace('/services/:kind/:namespace/:name', '…');
      expect(listed).toContain(`${route.method.toUpperCase()} ${path}`);
      if (!('query' in route)) continue;
      const [, what] = rows.find(([each]) =>
        names(each).includes(`${route.method.toUpperCase()} ${path}`),
      )!;
      const told = names(what).flatMap(each => each.split(' '));
      // The statistics take the filters of the list, which stand there.
      if (path === '/incidents/stats') continue;
      expect(
        Object.keys(route.query.shape).filter(key => !told.includes(key)),
      ).toEqual([]);
    }
  });

  it('list every permission', () => {
    const listed = columns(documentation('permissions.md'), 'Permissions');
    expect(listed.flatMap(([name]) => names(name)).sort()).toEqual(
      reliabilityPermissions.map(({ name }) => name).sort(),
    );
  });

  it('have an annotation that names something', () => {
    const [yaml] = codeUnder(
      incidents,
      'Say what your service is called there',
      'yaml',
    );
    const { annotations } = parse(yaml).metadata;
    expect(
      parseIncidentAnnotation(annotations['plimsoll.dev/incidents']),
    ).toMatchObject({
      refs: [{ account: 'pagerduty', kind: 'service', id: 'PABC123' }],
      problems: [],
    });
  });

  it('declare an incident with a body that is taken', () => {
    const body = bodyUnder('Declare an incident');
    expect(createIncidentRequestSchema.parse(body)).toMatchObject(body);
  });

  it('push a change that is taken', () => {
    const { changes } = bodyUnder('Changes beside incidents');
    const [change] = changes as unknown[];
    expect(pushedChangeSchema.parse(change)).toEqual(change);
  });

  it('say everything that a person may set', () => {
    // Each field in words; the stamps are "its times".
    const words: Record<string, RegExp> = {
      title: /changes title/,
      summary: /summary/,
      severity: /severity/,
      cause: /the cause/,
      change: /the change that it came from/,
      customerImpact: /whether customers felt it/,
      isTest: /whether it was an\s+exercise/,
      entityRefs: /its services/,
    };
    const plain = editableFields.slice(
      0,
      editableFields.indexOf('impactStart'),
    );
    expect(Object.keys(words)).toEqual(plain);
    for (const word of Object.values(words)) expect(incidents).toMatch(word);
  });

  it('map the severities that ship', () => {
    const listed = columns(providers, 'Severities').flatMap(([level, words]) =>
      names(words).map(word => [word, Number(level)]),
    );
    expect(Object.fromEntries(listed)).toEqual(defaultSeverities);
  });

  it('show every key of the configuration, with values that are taken', () => {
    const shown = new Set(
      configs.flatMap(keysOf).map(key => key.split('.')[0]),
    );
    expect([...shown].sort()).toEqual(
      Object.keys(incidentsSchema.shape).sort(),
    );
    for (const config of configs) {
      const { accounts = [], ...rest } = config;
      expect(
        incidentsSchema.parse({ ...rest, accounts }).accounts,
      ).toHaveLength(accounts.length);
    }
  });

  it('show the defaults as they are', () => {
    const { blamelessWords, severities, accounts, ...values } = Object.assign(
      {},
      ...configs,
    );
    delete values.postmortem.sections;
    const { severityNames, ...others } = values;
    const defaults = incidentsSchema.parse({});
    expect(incidentsSchema.parse(others)).toEqual(defaults);
    expect(severityNames).toEqual(['SEV1', 'SEV2', 'SEV3', 'SEV4', 'SEV5']);
    expect([blamelessWords, severities, accounts].every(Boolean)).toBe(true);
  });
});
