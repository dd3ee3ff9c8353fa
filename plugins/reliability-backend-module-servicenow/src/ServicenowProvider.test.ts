import { servicenowTime } from '@plimsoll/test-fakes';
import { HOUR_MS, NOW, started } from './__testUtils__/started';

const MINUTE_MS = 60_000;

describe('incidents of an instance of ServiceNow', () => {
  it(
    'are read with a key, whole pages of them, in the order of changes',
    started(async ({ fake, read, asked }) => {
      for (let index = 0; index < 1200; index += 1) {
        const time = servicenowTime(NOW - (1200 - (index % 400)) * 1000);
        fake.add('incident', { sys_updated_on: time, opened_at: time });
      }
      const ids = (await read()).map(({ externalId }) => externalId);
      expect(new Set(ids).size).toBe(1200);
      expect(ids).toHaveLength(1200);
      expect(asked('incident')).toHaveLength(4);
    }),
  );

  it(
    'that may not be read are skipped, and those behind them are not lost',
    started(async ({ fake, read }) => {
      for (let index = 0; index < 1300; index += 1) {
        const time = servicenowTime(NOW - (1300 - index) * 1000);
        const id = fake.add('incident', { sys_updated_on: time });
        if (index >= 200 && index < 1250) fake.hidden.add(id);
      }
      expect(await read()).toHaveLength(250);
    }),
  );

  it(
    'that changed long ago are not read again and again',
    started(async ({ fake, runtime, read }) => {
      for (let index = 0; index < 30; index += 1) fake.add('incident', {});
      await read();
      runtime.advance(HOUR_MS);
      expect(await read()).toHaveLength(30);
      runtime.advance(HOUR_MS);
      expect(await read()).toEqual([]);
    }),
  );

  it(
    'that come late into a second that was read are not lost',
    started(async ({ fake, runtime, read }) => {
      fake.add('incident', { sys_id: 'f'.repeat(32) });
      await read();
      runtime.advance(5 * MINUTE_MS);
      const sys_updated_on = servicenowTime(NOW);
      const late = fake.add('incident', { sys_updated_on });
      const ids = (await read()).map(({ externalId }) => externalId);
      expect(ids).toContain(late);
    }),
  );

  it(
    'are those that the query of the configuration asks for, also by their ids',
    started(
      async ({ fake, read, provider }) => {
        const wanted = fake.add('incident', { category: 'a^b' });
        const other = fake.add('incident', { category: 'hardware' });
        const { signal } = new AbortController();
        const some = await provider.readSome!([wanted, other], signal);
        expect((await read()).map(each => each.externalId)).toEqual([wanted]);
        expect(some.incidents.map(each => each.externalId)).toEqual([wanted]);
        expect(some.gone).toEqual([other]);
      },
      { query: 'category=a^^b^ORcategory=b' },
    ),
  );

  it.each([
    ['answers with everything', false],
    ['answers with nothing', true],
  ])(
    'are not read where the query names no column and the instance %s',
    async (_, isStrict) => {
      await started(
        async ({ fake, batches }) => {
          fake.isStrict = isStrict;
          fake.add('incident', {});
          await expect(batches()).rejects.toMatchObject({
            failure: 'refused',
            message: expect.stringContaining('no column u_tribe'),
          });
        },
        { query: 'u_tribe=payments' },
      )();
    },
  );

  it(
    'are not read either where the records that could be looked at first were hidden',
    started(
      async ({ fake, batches }) => {
        for (let index = 0; index < 30; index += 1) {
          const id = fake.add('incident', {});
          if (index < 25) fake.hidden.add(id);
        }
        await expect(batches()).rejects.toMatchObject({ failure: 'refused' });
      },
      { query: 'u_tribe=payments' },
    ),
  );

  it(
    'are not taken from an answer that does not keep to the question',
    started(async ({ fake, batches }) => {
      fake.add('incident', { sys_updated_on: '2020-01-01 00:00:00' });
      fake.fail({
        match: /sysparm_query=/,
        times: Infinity,
        change: reply => ({
          ...reply,
          body: {
            result: [
              {
                sys_id: { value: 'a'.repeat(32) },
                sys_updated_on: { value: '2020-01-01 00:00:00' },
              },
            ],
          },
        }),
      });
      await expect(batches()).rejects.toMatchObject({ failure: 'bad-answer' });
    }),
  );

  it(
    'that began before history come only while they are open here',
    started(async ({ fake, runtime, read }) => {
      const opened_at = servicenowTime(NOW - 400 * 24 * HOUR_MS);
      const id = fake.add('incident', { opened_at });
      expect(await read()).toEqual([]);
      runtime.advance(MINUTE_MS);
      expect(await read()).toEqual([]);
      expect(await read([id])).toMatchObject([{ externalId: id }]);
    }),
  );

  it(
    'are not lost where the clock there is an hour behind',
    started(async ({ fake, runtime, read }) => {
      const add = () => {
        const sys_updated_on = servicenowTime(runtime.now() - HOUR_MS);
        return fake.add('incident', { sys_updated_on });
      };
      add();
      await read();
      runtime.advance(MINUTE_MS);
      const id = add();
      expect(await read()).toMatchObject([{ externalId: id }]);
    }),
  );

  it(
    'are only those that were asked for by their ids',
    started(async ({ fake, provider }) => {
      const id = fake.add('incident', {});
      const other = fake.add('incident', {});
      const cell = (value: string) => ({ value, display_value: value });
      const sys_updated_on = cell(servicenowTime(NOW));
      const rows = [id, other].map(each => ({
        ...Object.fromEntries(
          ['opened_at', 'state'].map(name => [name, cell('')]),
        ),
        sys_id: cell(each),
        sys_updated_on,
      }));
      fake.fail({ status: 200, body: { result: rows } });
      const { signal } = new AbortController();
      const { incidents } = await provider.readSome!([id], signal);
      expect(incidents).toMatchObject([{ externalId: id }]);
    }),
  );

  it(
    'that are open are looked after once an hour, and are gone when they are',
    started(async ({ fake, runtime, batches }) => {
      const deleted = fake.add('incident', {});
      const open = fake.add('incident', {});
      await batches();
      fake.remove('incident', deleted);
      const goneAfter = async (ms: number) => {
        runtime.advance(ms);
        const all = await batches([deleted, open]);
        return all.flatMap(({ gone }) => gone);
      };
      expect(await goneAfter(HOUR_MS - 1000)).toEqual([]);
      const before = fake.requests.length;
      expect(await goneAfter(1000)).toEqual([deleted]);
      expect(fake.requests.slice(before)).toHaveLength(4);
    }),
  );

  it(
    'are not asked for by what is no id',
    started(async ({ fake, provider }) => {
      const odd = ['x^ORactive=true', 'a,b', 'A'.repeat(32)];
      const { signal } = new AbortController();
      const { gone } = await provider.readSome!(odd, signal);
      expect(gone).toEqual(odd);
      expect(fake.requests).toEqual([]);
    }),
  );
});
