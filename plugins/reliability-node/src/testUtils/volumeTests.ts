import { ContractShift } from './harness';
import { NOW, WINDOW } from './Rig';
import { ANA, BO, turns } from './readingTests';
import { givenSpans, wantedSpans } from './spans';
import { Suite } from './testing';

const HOUR_MS = 3600_000;

const hourly = (count: number): ContractShift[] =>
  Array.from({ length: count }, (_, index) => ({
    person: index % 2 ? ANA : BO,
    from: NOW + index * HOUR_MS,
    to: NOW + (index + 1) * HOUR_MS,
    level: 1,
  }));

/** Tests of many rotations, long lists and odd references. */
export function volumeTests({ harness, test }: Suite): void {
  test('many rotations take few calls', ['batch'], async rig => {
    const refs = Array.from({ length: 120 }, (_, index) =>
      rig.put(turns(`Rotation ${index}`)),
    );
    const { readings, failures, error } = await rig.read(refs);
    expect(error).toBeUndefined();
    expect(failures).toEqual([]);
    expect(new Set(readings.map(({ ref }) => ref.id)).size).toBe(120);
    expect(readings.every(({ shifts }) => shifts.length >= 3)).toBe(true);
    expect(rig.vendor.requests()).toBeLessThanOrEqual(harness.callsFor120);
  });

  test(
    'a list of more pages than one is read to its end',
    ['paging'],
    async rig => {
      const shifts = hourly(700);
      const refs = ['One', 'Two'].map(title => rig.put({ title, shifts }));
      const { readings, error } = await rig.read(refs);
      expect(error).toBeUndefined();
      expect(readings).toHaveLength(2);
      const wanted = wantedSpans(shifts, WINDOW, !harness.lacks?.levels);
      for (const reading of readings) {
        expect(givenSpans(reading.shifts, WINDOW)).toEqual(wanted);
      }
    },
  );

  test('reading nothing asks nothing', [], async rig => {
    rig.put(turns('Unread'));
    expect(await rig.read([])).toMatchObject({ readings: [], failures: [] });
    expect(rig.vendor.requests()).toBe(0);
  });

  test('a reference that cannot be one fails alone', [], async rig => {
    const good = rig.put(turns('Good'));
    const odd = ['../users', 'a/b', '..', 'x?y=1#z', '%2e%2e', ' ', '%'];
    const refs = [...odd.map(id => rig.ref(id)), good];
    const { readings, failures, error } = await rig.read(refs);
    expect(error).toBeUndefined();
    expect(readings.map(({ ref }) => ref.id)).toEqual([good.id]);
    expect(failures.map(({ ref }) => ref.id).sort()).toEqual([...odd].sort());
  });

  test('a kind that it does not know fails alone', [], async rig => {
    const good = rig.put(turns('Good'));
    const alien = { ...good, kind: 'rota' } as const;
    const { readings, failures } = await rig.read([alien, good]);
    expect(readings).toHaveLength(1);
    expect(failures.map(({ ref }) => ref)).toEqual([alien]);
    expect(rig.provider.kinds).toContain(good.kind);
    expect(rig.provider.kinds).not.toContain('rota');
  });

  test('annotations may name several rotations', ['annotations'], async rig => {
    const refs = [rig.put(turns('One')), rig.put(turns('Two'))];
    const [first, second] = refs.map(({ id }) => id);
    const named = harness.annotations?.(first, second) ?? {};
    const found = rig.provider.rotationsOf(named);
    expect(found).toHaveLength(2);
    const { readings } = await rig.read(
      found.map(ref => ({ ...ref, account: refs[0].account })),
    );
    expect(readings.map(({ title }) => title).sort()).toEqual(['One', 'Two']);
  });

  test('other annotations name nothing', [], async rig => {
    rig.put(turns('One'));
    expect(
      rig.provider.rotationsOf({ 'backstage.io/techdocs-ref': 'dir:.' }),
    ).toEqual([]);
  });

  test(
    'an account says its name, and after a good answer that it does well',
    [],
    async rig => {
      await rig.reading(rig.put(turns('One')));
      expect(rig.provider).toMatchObject({
        account: 'main',
        type: harness.factory.type,
      });
      expect(rig.provider.health?.()).toMatchObject({
        state: 'ok',
        requests: rig.vendor.requests(),
        lastError: null,
      });
    },
  );
}
