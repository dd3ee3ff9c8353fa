import { at, HOUR } from '../../testUtils';
import { expandRota, RotaDefinition, RotaLayer, rotaRoster } from './rota';

/** A Monday. */
const MONDAY = at('2026-11-16T00:00:00Z');
const window = { from: MONDAY, to: MONDAY + 7 * 24 * HOUR };
const hour = (time: number | null) => (time! - MONDAY) / HOUR;

const layer = (changed: Partial<RotaLayer> = {}): RotaLayer => ({
  people: ['A', 'B', 'C'],
  handover: { every: 'P7D', at: '09:00', start: '2026-11-02' },
  ...changed,
});
const daily = { every: 'P1D', at: '00:00', start: '2026-11-16' };

const shiftsOf = (
  layers: RotaLayer[],
  overrides: RotaDefinition['overrides'] = [],
  timeZone = 'UTC',
) =>
  expandRota({ id: 'ops', title: 'Ops', timeZone, layers, overrides }, window);

const words = (...parameters: Parameters<typeof shiftsOf>) =>
  shiftsOf(...parameters)
    .map(
      ({ start, end, level, person, source }) =>
        `${source === 'override' ? '!' : ''}${person?.name}${level} ${hour(
          start,
        )}-${hour(end)}`,
    )
    .join(', ');

describe('a rota', () => {
  it.each<[string, RotaLayer[], string]>([
    [
      'takes turns week by week, beginning with the first on the first day',
      [layer()],
      'B1 0-9, C1 9-168',
    ],
    [
      'takes turns of twelve hours',
      [
        layer({
          people: ['A', 'B'],
          handover: { every: 'PT12H', at: '08:00', start: '2026-11-16' },
          hours: [{ days: [1, 2], from: '00:00', to: '24:00' }],
        }),
      ],
      'A1 8-20, B1 20-32, A1 32-44, B1 44-48',
    ],
    [
      'has nobody before its first day',
      [layer({ handover: { every: 'P7D', at: '09:00', start: '2026-11-20' } })],
      'A1 105-168',
    ],
    ['has nobody without people', [layer({ people: [] })], ''],
    ['may be one person', [layer({ people: ['A'] })], 'A1 0-9, A1 9-168'],
    [
      'is on call in its hours only',
      [
        layer({
          people: ['A'],
          handover: { ...daily, every: 'P7D' },
          hours: [{ days: [1, 5], from: '09:00', to: '17:00' }],
        }),
      ],
      'A1 9-17, A1 105-113',
    ],
    [
      'has hours over midnight, by the day on which they begin',
      [
        layer({
          people: ['A'],
          handover: { ...daily, every: 'P14D', start: '2026-11-09' },
          hours: [{ days: [1, 7], from: '22:00', to: '06:00' }],
        }),
      ],
      'A1 0-6, A1 22-30, A1 166-168',
    ],
    [
      'joins hours that touch',
      [
        layer({
          people: ['A'],
          handover: { ...daily, every: 'P7D' },
          hours: [
            { days: [1], from: '08:00', to: '12:00' },
            { days: [1], from: '12:00', to: '24:00' },
            { days: [2], from: '00:00', to: '02:00' },
          ],
        }),
      ],
      'A1 8-26',
    ],
    [
      'has levels',
      [
        layer({ people: ['A'], handover: { ...daily, every: 'P7D' } }),
        layer({
          level: 2,
          people: ['B'],
          handover: { ...daily, every: 'P7D' },
        }),
      ],
      'A1 0-168, B2 0-168',
    ],
  ])('%s', (_, layers, expected) => {
    expect(words(layers)).toBe(expected);
  });

  it('hands over by its own clock', () => {
    expect(words([layer()], [], 'Asia/Tokyo')).toBe('C1 0-168');
    expect(words([layer()], [], 'America/New_York')).toBe('B1 0-14, C1 14-168');
  });

  it.each([
    ['less than an hour', { every: 'PT30M' }],
    ['no time', { every: 'often' }],
  ])('refuses turns of %s', (_, changed) => {
    expect(() =>
      shiftsOf([layer({ handover: { ...daily, ...changed } })]),
    ).toThrow(/expected an hour at least/);
  });

  it('refuses a time zone that nobody knows', () => {
    expect(() => shiftsOf([layer()], [], 'Mars/Base')).toThrow(/Mars\/Base/);
  });
});

describe('an override', () => {
  const base = [
    layer({ people: ['A'], handover: { ...daily, every: 'P7D' } }),
    layer({ level: 2, people: ['B'], handover: { ...daily, every: 'P7D' } }),
  ];
  const from = '2026-11-16T10:00:00';
  const to = '2026-11-16T14:00:00';

  it.each<[string, NonNullable<RotaDefinition['overrides']>, string]>([
    [
      'replaces the first level',
      [{ from: `${from}Z`, to: `${to}Z`, person: 'X' }],
      'A1 0-10, B2 0-168, !X1 10-14, A1 14-168',
    ],
    [
      'replaces the level that it names',
      [{ from: `${from}Z`, to: `${to}Z`, person: 'X', level: 2 }],
      'A1 0-168, B2 0-10, !X2 10-14, B2 14-168',
    ],
    [
      'with an offset is at that time',
      [{ from: `${from}+02:00`, to: `${to}+02:00`, person: 'X' }],
      'A1 0-8, B2 0-168, !X1 8-12, A1 12-168',
    ],
    [
      'replaces an earlier one',
      [
        { from: `${from}Z`, to: `${to}Z`, person: 'X' },
        { from: '2026-11-16T12:00Z', to: '2026-11-16T16:00Z', person: 'Y' },
      ],
      'A1 0-10, B2 0-168, !X1 10-12, !Y1 12-16, A1 16-168',
    ],
    [
      'that goes backwards does nothing',
      [{ from: `${to}Z`, to: `${from}Z`, person: 'X' }],
      'A1 0-168, B2 0-168',
    ],
    [
      'outside the window does nothing',
      [{ from: '2026-12-16T10:00Z', to: '2026-12-16T14:00Z', person: 'X' }],
      'A1 0-168, B2 0-168',
    ],
  ])('%s', (_, overrides, expected) => {
    expect(words(base, overrides)).toBe(expected);
  });

  it('without an offset is by the clock of the rota', () => {
    const [, , shift] = shiftsOf(
      [layer({ people: ['A'] })],
      [{ from, to, person: 'X' }],
      'Asia/Tokyo',
    ).sort((a, b) => (a.source < b.source ? 1 : -1));
    expect([hour(shift.start), hour(shift.end)]).toEqual([1, 5]);
  });
});

it('a layer may only shadow, which no override replaces and no roster names', () => {
  const rota = {
    layers: [layer({ people: ['A'] }), layer({ people: ['S'], shadow: true })],
  };
  const override = { from: '2026-11-17', to: '2026-11-18', person: 'X' };
  expect(
    shiftsOf(rota.layers, [override])
      .filter(({ shadow }) => shadow)
      .map(({ start, end, person }) => [hour(start), hour(end), person?.name]),
  ).toEqual([
    [0, 9, 'S'],
    [9, 168, 'S'],
  ]);
  expect(rotaRoster(rota)).toEqual([{ level: 1, people: [{ name: 'A' }] }]);
});

it('the roster is who takes turns, level by level', () => {
  const layers = [
    layer({ level: 2, people: ['D'] }),
    layer({ people: ['A', 'B'] }),
    layer({ people: ['B', 'C'] }),
  ];
  expect(
    rotaRoster({ layers }).map(({ level, people }) => [
      level,
      people.map(({ name }) => name).join(''),
    ]),
  ).toEqual([
    [1, 'ABC'],
    [2, 'D'],
  ]);
});
