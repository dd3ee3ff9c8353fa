import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { parse } from 'yaml';
import { createTestApi } from '../__testUtils__/app';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { CountingSource } from '../__testUtils__/countingSource';
import { Harness } from '../__testUtils__/harness';
import { openRankedPortal } from '../__testUtils__/portal';
import { measuredSlo, PUSHED_ID, SLO_ID } from '../__testUtils__/sloPortal';
import {
  loadedOf,
  objectiveOf,
  putSlos,
  ratioOf,
  sloOf,
} from '../__testUtils__/sloSubjects';
import { TextReply } from '../http/TextReply';

jest.setTimeout(60_000);

const databases = testDatabases();
const user = mockCredentials.user();

const plain = { format: 'prometheus', tests: false } as const;
const line = (service: string, slo: string, owner: string, tier: string) =>
  `- component~default~${service}~${slo} of group:default/${owner} in ${tier}\n`;
const BEST = line('best', 'availability', 'red', 'tier-1');
const GOOD = line('good', 'availability', 'blue', 'tier-0');
const EVEN = line('even', 'availability', 'red', 'tier-2');

describe('SLOs as files', () => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, 'SQLITE_3');
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex, {
      reliability: {
        slo: {
          sources: [
            { name: 'prom', type: 'counting' },
            { name: 'edge', type: 'counting' },
          ],
        },
      },
      sliSources: [new CountingSource(), new CountingSource('edge')],
    });
    await putSlos(knex, [
      loadedOf('best', measuredSlo('availability')),
      loadedOf('best', sloOf('letters')),
      loadedOf('good', measuredSlo('availability')),
      loadedOf(
        'even',
        measuredSlo('availability', {
          objectives: [objectiveOf(ratioOf('edge'))],
        }),
      ),
    ]);
  });

  afterEach(() => {
    harness.policy.readable = 'all';
    harness.clock.advance(120_000);
  });

  const rules = () => harness.services.sloRules;

  it('are the rules of one', async () => {
    const reply = await rules().ofSlo(SLO_ID, plain, user);
    expect(reply).toEqual(
      new TextReply(
        `# prometheus\n${BEST}`,
        'text/plain',
        'availability.rules.yaml',
        'inline',
      ),
    );
  });

  it('are tests of them', async () => {
    const reply = await rules().ofSlo(
      SLO_ID,
      { format: 'prometheus', tests: true },
      user,
    );
    expect([reply.text, reply.filename]).toEqual([
      `# prometheus tests\n${BEST}`,
      'availability.rules.test.yaml',
    ]);
  });

  it('are no rules where the source evaluates none', async () => {
    await expect(rules().ofSlo(PUSHED_ID, plain, user)).rejects.toThrow(
      'There are no rules for this SLO: the source "pushed" evaluates none',
    );
  });

  it('are the rules of a service, without those that have none', async () => {
    const reply = await rules().ofService(
      refOf('best'),
      { format: 'prometheusrule', tests: false },
      user,
    );
    expect([reply.text, reply.filename]).toEqual([
      `# prometheusrule\n${BEST}`,
      'best.rules.yaml',
    ]);
  });

  it('are rules that can be loaded where there are none at all', async () => {
    const { text } = await rules().ofService(refOf('poor'), plain, user);
    expect(parse(text)).toEqual({ groups: [] });
  });

  it.each<[string, { owner?: string; source?: string }, string]>([
    [
      'of all, one document for each source',
      {},
      `# For the source "edge"\n# prometheus\n${EVEN}---\n# For the source "prom"\n# prometheus\n${BEST}${GOOD}`,
    ],
    ['of an owner', { owner: 'group:default/blue' }, `# prometheus\n${GOOD}`],
    ['of a source', { source: 'prom' }, `# prometheus\n${BEST}${GOOD}`],
  ])('are the rules %s', async (_, query, expected) => {
    const { text } = await rules().ofMany({ ...plain, ...query }, user);
    expect(text).toBe(expected);
  });

  it('are only those of services that the catalog shows', async () => {
    harness.policy.readable = [refOf('good')];
    const { text } = await rules().ofMany(plain, user);
    expect(text).toBe(`# prometheus\n${GOOD}`);
    await expect(rules().ofSlo(SLO_ID, plain, user)).rejects.toThrow(/no SLO/);
    await expect(rules().ofService(refOf('best'), plain, user)).rejects.toThrow(
      /is not a service/,
    );
    await expect(rules().openSlo(SLO_ID, 'json', user)).rejects.toThrow(
      /no SLO/,
    );
  });

  it('are OpenSLO, as YAML that says the same as the JSON', async () => {
    const yaml = await rules().openSlo(SLO_ID, 'yaml', user);
    const json = await rules().openSlo(SLO_ID, 'json', user);
    expect(json).toMatchObject({
      apiVersion: 'openslo/v1',
      kind: 'SLO',
      metadata: { name: 'availability' },
    });
    expect(parse((yaml as TextReply).text)).toEqual(json);
  });

  it('are shown by a browser', async () => {
    const api = createTestApi(harness);
    const { headers, text } = await api.get(`/slos/${SLO_ID}/rules`);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(headers['content-disposition']).toBe(
      'inline; filename="availability.rules.yaml"',
    );
    expect(text).toBe(`# prometheus\n${BEST}`);
  });
});
