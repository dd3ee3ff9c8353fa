import { FakeJsm } from '@plimsoll/test-fakes';
import { BASIC, EMAIL, STAMPS, TOKEN } from '../__testUtils__/jsmHarness';
import {
  DAY_MS,
  goneOf,
  HOUR_MS,
  incidentsOf,
  NOW,
  withVendor,
} from '../__testUtils__/started';
import { jsmIncidentProviderFactory } from '../factories';

const config = (fake: FakeJsm) => ({
  cloudId: 'cloud-1',
  email: EMAIL,
  apiToken: TOKEN,
  baseUrl: fake.url,
  jql: fake.issues.jql,
  stamps: STAMPS,
});

const vendor = {
  factory: jsmIncidentProviderFactory,
  start: (now: () => number) =>
    new FakeJsm({ now, authorization: BASIC }).start(),
};

const started = withVendor({ ...vendor, config });
const wrong = withVendor({
  ...vendor,
  config: (fake: FakeJsm) => ({ ...config(fake), jql: 'project = NONE' }),
});

const { signal } = new AbortController();

describe('incidents of a site of Jira', () => {
  it(
    'are asked for with the fields that are configured',
    started(async ({ fake, read }) => {
      await read();
      const fields = fake.requests[0].query.get('fields')?.split(',');
      expect(fields).toEqual(
        expect.arrayContaining(['summary', ...Object.values(STAMPS)]),
      );
    }),
  );

  it(
    'are gone within the hour when they become something else',
    started(async ({ fake, runtime, read }) => {
      const id = fake.issues.add({ createdAt: NOW - 100 * DAY_MS });
      fake.issues.add({ createdAt: NOW - 90 * DAY_MS });
      await read();
      fake.issues.change(id, { isIncident: false });
      runtime.advance(HOUR_MS);
      expect(goneOf(await read())).toEqual([id]);
      expect(goneOf(await read())).toEqual([]);
    }),
  );

  it(
    'do not come of issues that are none',
    started(async ({ fake, provider }) => {
      const incident = fake.issues.add({});
      const task = fake.issues.add({ isIncident: false });
      const some = await provider.readSome!([task, incident], signal);
      expect(some.gone).toEqual([task]);
      expect(some.incidents).toMatchObject([{ externalId: incident }]);
    }),
  );

  it(
    'are read one by one past the delay of the search',
    started(async ({ fake, provider }) => {
      const id = fake.issues.add({});
      await provider.readSome!([id], signal);
      expect(fake.requests[0].query.get('reconcileIssues')).toBe(id);
    }),
  );

  it(
    'are not gone because the query is wrong',
    wrong(async ({ fake, provider, read }) => {
      const id = fake.issues.add({});
      await expect(read()).rejects.toMatchObject({ failure: 'refused' });
      await expect(provider.readSome!([id], signal)).rejects.toMatchObject({
        failure: 'refused',
      });
    }),
  );

  it(
    'that changed all at once come in pages, and go on where they were',
    started(async ({ fake, runtime, read }) => {
      const ids = Array.from({ length: 250 }, () =>
        fake.issues.add({ createdAt: NOW - 50 * DAY_MS }),
      );
      await read();
      runtime.advance(DAY_MS);
      ids.forEach((id, index) =>
        fake.issues.change(id, { updatedAt: NOW + HOUR_MS + index * 1000 }),
      );
      fake.fail({
        match: /nextPageToken=200/,
        status: 500,
        times: 4,
      });
      await expect(read()).rejects.toMatchObject({ failure: 'server-error' });
      runtime.advance(60_000);
      const before = fake.requests.length;
      const rest = incidentsOf(await read());
      expect(rest.length).toBeGreaterThanOrEqual(50);
      expect(rest.length).toBeLessThan(250);
      expect(fake.requests.length - before).toBeLessThanOrEqual(3);
    }),
  );
});
