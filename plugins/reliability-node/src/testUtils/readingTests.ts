import { ContractRotation, ContractShift } from './harness';
import { NOW, WINDOW } from './Rig';
import { givenSpans, wantedSpans } from './spans';
import { Suite } from './testing';

const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;

export const ANA = { id: 'P0ANA', name: 'Ana Lima', email: 'ana@example.com' };
export const BO = { id: 'P0BO', name: 'Bo Chen', email: 'bo@example.com' };
const CAI = { id: 'P0CAI', name: 'Cai Dunn', email: 'cai@example.com' };
const NAMELESS = { id: 'P0ELA', name: 'Ela Finn' };

const shift = (
  person: ContractShift['person'],
  fromDay: number,
  toDay: number,
  more: Partial<ContractShift> = {},
): ContractShift => ({
  person,
  from: NOW + fromDay * DAY_MS,
  to: NOW + toDay * DAY_MS,
  level: 1,
  ...more,
});

/** One level, two people who take turns. */
export const turns = (title: string): ContractRotation => ({
  title,
  shifts: [shift(ANA, -2, 5), shift(BO, 5, 12), shift(ANA, 12, 40)],
});

/** Tests of what a rotation says when all is well. */
export function readingTests({ harness, test }: Suite): void {
  const wanted = (rotation: ContractRotation, window = WINDOW) =>
    wantedSpans(rotation.shifts, window, !harness.lacks?.levels);

  test(
    'shifts come back as they were put in, with the names they belong to',
    [],
    async rig => {
      const rotation = turns('Payments primary');
      const ref = rig.put(rotation);
      const reading = await rig.reading(ref);
      expect(reading).toMatchObject({ ref, title: 'Payments primary' });
      expect(reading.window).toEqual(WINDOW);
      expect(givenSpans(reading.shifts, WINDOW)).toEqual(wanted(rotation));
      const people = reading.shifts.flatMap(({ person }) => person ?? []);
      expect(people.find(({ name }) => name === 'Bo Chen')?.email).toBe(
        'bo@example.com',
      );
    },
  );

  test(
    'every level comes back, also above an empty one',
    ['levels'],
    async rig => {
      const rotation = {
        title: 'Levels',
        shifts: [
          shift(ANA, 1, 9),
          shift(BO, -3, 40, { level: 2 }),
          shift(CAI, -3, 40, { level: 3 }),
        ],
      };
      const { shifts } = await rig.reading(rig.put(rotation));
      expect(givenSpans(shifts, WINDOW)).toEqual(wanted(rotation));
    },
  );

  test('two people may be on call at once', ['levels'], async rig => {
    const rotation = {
      title: 'Pair',
      shifts: [shift(ANA, -2, 8), shift(BO, -2, 8)],
    };
    const { shifts } = await rig.reading(rig.put(rotation));
    expect(givenSpans(shifts, WINDOW)).toEqual(wanted(rotation));
  });

  test('a gap stays a gap', [], async rig => {
    const rotation = {
      title: 'Gap',
      shifts: [shift(ANA, -2, 3), shift(null, 3, 4), shift(BO, 4, 20)],
    };
    const { shifts } = await rig.reading(rig.put(rotation));
    expect(givenSpans(shifts, WINDOW)).toEqual(wanted(rotation));
  });

  test('a slot that nobody fills is told', ['empty-slot'], async rig => {
    const rotation = {
      title: 'Empty',
      shifts: [shift(ANA, -2, 3), shift(null, 3, 4), shift(BO, 4, 20)],
    };
    const { shifts } = await rig.reading(rig.put(rotation));
    expect(shifts.filter(({ person }) => !person)).toEqual([
      expect.objectContaining({
        start: NOW + 3 * DAY_MS,
        end: NOW + 4 * DAY_MS,
      }),
    ]);
  });

  test(
    'a swapped shift is told from a planned one',
    ['override'],
    async rig => {
      const { shifts } = await rig.reading(
        rig.put({
          title: 'Swap',
          shifts: [
            shift(ANA, -2, 3),
            shift(BO, 3, 4, { source: 'override' }),
            shift(ANA, 4, 20),
          ],
        }),
      );
      const sources = (name: string) => [
        ...new Set(
          shifts
            .filter(({ person }) => person?.name === name)
            .map(({ source }) => source),
        ),
      ];
      expect(sources('Bo Chen')).toEqual(['override']);
      expect(sources('Ana Lima')).not.toContain('override');
    },
  );

  test('whoever shadows is marked, or left out', ['shadow'], async rig => {
    const rotation = {
      title: 'Shadow',
      shifts: [shift(ANA, -2, 9), shift(BO, 1, 3, { shadow: true })],
    };
    const { shifts } = await rig.reading(rig.put(rotation));
    expect(givenSpans(shifts, WINDOW)).toEqual(wanted(rotation));
  });

  test('somebody may be on call for ever', ['permanent'], async rig => {
    const { shifts } = await rig.reading(
      rig.put({ title: 'For ever', shifts: [], permanent: [CAI] }),
    );
    expect(givenSpans(shifts, WINDOW)).toEqual([
      expect.objectContaining({ person: 'Cai Dunn', ...WINDOW }),
    ]);
  });

  test(
    'the roster has those without a shift in the window too',
    ['roster'],
    async rig => {
      const { roster } = await rig.reading(
        rig.put({ ...turns('Roster'), roster: [ANA, BO, CAI] }),
      );
      const names = roster?.flatMap(({ people }) => people.map(p => p.name));
      expect([...new Set(names)].sort()).toEqual([
        'Ana Lima',
        'Bo Chen',
        'Cai Dunn',
      ]);
    },
  );

  test(
    'a person without an e-mail has a name',
    ['without-email'],
    async rig => {
      const { shifts } = await rig.reading(
        rig.put({ title: 'No e-mail', shifts: [shift(NAMELESS, -2, 9)] }),
      );
      const [{ person }] = shifts;
      expect(person).toMatchObject({ name: 'Ela Finn' });
      expect(person?.email).toBeUndefined();
    },
  );

  test('a person is the same one in two rotations', [], async rig => {
    const refs = [rig.put(turns('One')), rig.put(turns('Two'))];
    const { readings } = await rig.read(refs);
    const ids = readings.flatMap(({ shifts }) =>
      shifts.flatMap(({ person }) =>
        person?.name === 'Ana Lima' ? [person.id] : [],
      ),
    );
    expect(readings).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test(
    'a short window has the shift that goes on in it, and none of other days',
    [],
    async rig => {
      const rotation = {
        title: 'Window',
        shifts: [shift(ANA, -30, -10), shift(BO, -9, 9), shift(ANA, 20, 25)],
      };
      const window = { from: NOW - HOUR_MS, to: NOW + 2 * DAY_MS };
      const reading = await rig.reading(rig.put(rotation), window);
      expect(givenSpans(reading.shifts, window)).toEqual([
        expect.objectContaining({ person: 'Bo Chen', ...window }),
      ]);
      expect(reading.window).toEqual(window);
    },
  );
}
