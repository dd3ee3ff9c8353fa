import { mockCredentials } from '@backstage/backend-test-utils';
import { parse } from 'yaml';
import { createTestApi } from '../__testUtils__/app';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { Harness } from '../__testUtils__/harness';
import { openSloPortal } from '../__testUtils__/sloPortal';

jest.setTimeout(60_000);

const databases = testDatabases();
const user = mockCredentials.user();

const draft = (target: unknown = 99.9, name = 'draft') => `
apiVersion: plimsoll.dev/v1
kind: SLO
name: ${name}
target: ${target}
good: sum(good)
total: sum(all)
source: prom
`;

describe('a document that is checked', () => {
  let harness: Harness;

  beforeAll(async () => {
    const knex = await openTestDatabase(databases, 'SQLITE_3');
    await emptyDatabase(knex);
    harness = await openSloPortal(knex);
  });

  afterEach(() => {
    harness.policy.readable = 'all';
  });

  const validate = (document: string, entityRef?: string) =>
    harness.services.sloValidation.validate({ document, entityRef }, user);

  it('is told as it was understood', async () => {
    const { valid, slos, diagnostics } = await validate(draft());
    expect([valid, diagnostics]).toEqual([true, []]);
    expect(slos).toEqual([
      {
        name: 'draft',
        title: 'draft',
        method: 'Occurrences',
        window: { kind: 'rolling', duration: '30d', from: null, to: null },
        source: 'prom',
        objectives: [
          {
            id: '1',
            title: expect.any(String),
            target: 999_000,
            // 43 minutes and 12 seconds.
            budgetMs: 2_592_000,
            alerts: expect.arrayContaining([
              {
                severity: 'page',
                long: '1h',
                short: '5m',
                factor: 14.4,
                threshold: 0.0144,
                budgetPercent: 2,
              },
            ]),
          },
        ],
        openslo: expect.any(String),
      },
    ]);
    expect(slos[0].objectives[0].alerts).toHaveLength(4);
    expect(parse(slos[0].openslo)).toMatchObject({
      apiVersion: 'openslo/v1',
      metadata: { name: 'draft' },
    });
  });

  it('is told what is wrong, line by line, beside what is right', async () => {
    const wrong = `${draft()}---${draft(250, 'other')}`;
    const { valid, slos, diagnostics } = await validate(wrong);
    expect(valid).toBe(false);
    expect(slos.map(({ name }) => name)).toEqual(['draft']);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        severity: 'error',
        path: 'target',
        line: 13,
        column: 9,
        file: null,
      }),
    ]);
  });

  it('is warned of a target below that of the tier, and still valid', async () => {
    const { valid, diagnostics } = await validate(draft(99), refOf('good'));
    expect(valid).toBe(true);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        severity: 'warning',
        code: 'target-below-tier',
        message: expect.stringMatching(
          /"draft" is 99 %; the tier "Mission critical" .* demands 99\.95 %/,
        ),
        line: 5,
        column: 9,
      }),
    ]);
  });

  it('is warned where an objective of OpenSLO is written', async () => {
    const { slos } = await validate(draft(99));
    const [{ openslo }] = slos;
    const { diagnostics } = await validate(
      `${draft(99.99, 'other')}---\n${openslo}`,
      refOf('good'),
    );
    expect(diagnostics).toHaveLength(1);
    const [{ path, line, column }] = diagnostics;
    expect(path).toBe('spec.objectives[0].target');
    const lines = `${draft(99.99, 'other')}---\n${openslo}`.split('\n');
    expect(lines[line - 1].slice(column - 1)).toBe('0.99');
  });

  it.each(['poor', 'best'])('is not warned by the tier of %s', async name => {
    expect((await validate(draft(), refOf(name))).diagnostics).toEqual([]);
  });

  it('is for a service that the caller may see', async () => {
    await expect(validate(draft(), refOf('never'))).rejects.toThrow(
      'entityRef: component:default/never is not a service',
    );
    harness.policy.readable = [refOf('good')];
    await expect(validate(draft(), refOf('best'))).rejects.toThrow(
      'entityRef: component:default/best is not a service',
    );
    await expect(validate(draft(), 'a\0')).rejects.toThrow(
      'entityRef: holds a NUL',
    );
  });

  it('may be longer than other bodies, up to half a million signs', async () => {
    const api = createTestApi(harness);
    const send = (length: number) =>
      api.call('post', '/slos/validate', {
        document: draft().padEnd(length, '#é\n'),
      });
    expect((await send(500_000)).status).toBe(200);
    expect((await send(512_001)).body.error.message).toMatch(/^document: /);
  });
});
