import { at, HOUR, namesOf, personOf, rotationOf } from '../../testUtils';
import { oncallLoad } from './load';
import { OncallShift } from './oncall';
import { requiredTimes } from './requiredTimes';
import { expandRota, RotaDefinition, RotaPerson } from './rota';
import { rotationStatus } from './status';

interface Change {
  readonly zone: string;
  /** Friday, on which A begins at nine. */
  readonly friday: string;
  /** By hand: nine in the morning of Friday to Monday. */
  readonly nines: [string, string, string, string];
  /** How long the day from Saturday to Sunday lasts. */
  readonly day: number;
}

const changes: [string, Change][] = [
  [
    'spring in Berlin',
    {
      zone: 'Europe/Berlin',
      friday: '2026-03-27',
      nines: ['27T08:00', '28T08:00', '29T07:00', '30T07:00'],
      day: 23,
    },
  ],
  [
    'autumn in Berlin',
    {
      zone: 'Europe/Berlin',
      friday: '2026-10-23',
      nines: ['23T07:00', '24T07:00', '25T08:00', '26T08:00'],
      day: 25,
    },
  ],
  [
    'spring in New York',
    {
      zone: 'America/New_York',
      friday: '2026-03-06',
      nines: ['06T14:00', '07T14:00', '08T13:00', '09T13:00'],
      day: 23,
    },
  ],
  [
    'autumn in New York',
    {
      zone: 'America/New_York',
      friday: '2027-11-05',
      nines: ['05T13:00', '06T13:00', '07T14:00', '08T14:00'],
      day: 25,
    },
  ],
  [
    'spring on Lord Howe, where the clock moves by half an hour',
    {
      zone: 'Australia/Lord_Howe',
      friday: '2026-10-02',
      nines: ['01T22:30', '02T22:30', '03T22:00', '04T22:00'],
      day: 23.5,
    },
  ],
  [
    'autumn on Lord Howe',
    {
      zone: 'Australia/Lord_Howe',
      friday: '2026-04-03',
      nines: ['02T22:00', '03T22:00', '04T22:30', '05T22:30'],
      day: 24.5,
    },
  ],
];

const timesOf = ({ friday, nines }: Change) =>
  nines.map(nine => at(`${friday.slice(0, 8)}${nine}:00Z`));

const known = (shifts: readonly OncallShift<RotaPerson>[]): OncallShift[] =>
  shifts.map(shift => ({
    ...shift,
    person: shift.person && personOf(shift.person.name),
  }));

const rotaOf = (
  { zone, friday }: Change,
  hours?: { days: number[]; from: string; to: string }[],
): RotaDefinition => ({
  id: 'rota',
  title: 'Rota',
  timeZone: zone,
  layers: [
    {
      people: ['A', 'B'],
      handover: { every: 'P1D', at: '09:00', start: friday },
      ...(hours && { hours }),
    },
  ],
});

describe.each(changes)('over %s', (_, change) => {
  const [fri, sat, sun, mon] = timesOf(change);
  const window = { from: fri, to: mon };
  const rotationWith = (shifts: readonly OncallShift[]) =>
    rotationOf(shifts, { window, timeZone: change.zone });
  const whole = rotationWith(known(expandRota(rotaOf(change), window)));

  it('handovers stay at nine', () => {
    const { handovers } = rotationStatus(whole, fri);
    expect(
      handovers.map(each => [each.at, namesOf(each.out), namesOf(each.in)]),
    ).toEqual([
      [sat, 'A', 'B'],
      [sun, 'B', 'A'],
    ]);
  });

  it('the turn is as long as the day', () => {
    const shifts = expandRota(rotaOf(change), { from: sat, to: sun });
    expect(shifts).toEqual([
      expect.objectContaining({
        start: sat,
        end: sun,
        person: { name: 'B' },
      }),
    ]);
    expect((sun - sat) / HOUR).toBe(change.day);
    expect(rotationStatus(whole, sat).levels[0].until).toBe(sun);
    expect(rotationStatus(whole, fri).gapHours).toBe(0);
  });

  it('the gap of a night is as long as the night', () => {
    const days = [1, 2, 3, 4, 5, 6, 7];
    const office = rotaOf(change, [{ days, from: '09:00', to: '18:00' }]);
    const rotation = rotationWith(known(expandRota(office, window)));
    const { gaps, gapHours } = rotationStatus(rotation, fri);
    expect(gaps.map(({ from, to }) => [from, to])).toEqual([
      [fri + 9 * HOUR, sat],
      [sat + 9 * HOUR, sun],
      [sun + 9 * HOUR, mon],
    ]);
    expect(gapHours).toBe(15 + (change.day - 9) + 15);
  });

  it('a tier wants its business hours by the clock on the wall', () => {
    const hours = {
      timeZone: change.zone,
      days: [5, 6, 7],
      from: '09:00',
      to: '17:00',
    };
    expect(requiredTimes('business-hours', window, hours)).toEqual(
      [fri, sat, sun].map(from => ({ from, to: from + 8 * HOUR })),
    );
  });

  it('the load of the weekend has its real hours', () => {
    const all = rotationWith([
      ...known(expandRota(rotaOf(change), window)).map(shift => ({
        ...shift,
        person: personOf('A'),
      })),
    ]);
    const [{ hours, nightHours, weekendHours }] = oncallLoad([all], window);
    expect(hours).toBe(48 + change.day);
    // 22:00–08:00 of three nights, of which the middle one has the change.
    expect(nightHours).toBe(30 + change.day - 24);
    // Both days of the weekend; the change is on Sunday.
    expect(weekendHours).toBe(24 + change.day);
  });
});

describe('a handover that the clock', () => {
  const shiftsOf = (start: string, handover: string) =>
    expandRota(
      {
        id: 'rota',
        title: 'Rota',
        timeZone: 'Europe/Berlin',
        layers: [
          {
            people: ['A', 'B'],
            handover: { every: 'P1D', at: handover, start },
          },
        ],
      },
      {
        from: at(`${start}T00:00:00Z`),
        to: at(`${start}T00:00:00Z`) + 48 * HOUR,
      },
    ).map(({ start: begin }) => new Date(begin!).toISOString().slice(8, 16));

  it('skips is as long after the change as it was to be after it', () => {
    expect(shiftsOf('2026-03-28', '02:30')).toEqual(['28T01:30', '29T01:30']);
  });

  it('shows twice is the first of the two', () => {
    expect(shiftsOf('2026-10-24', '02:30')).toEqual(['24T00:30', '25T00:30']);
  });
});
