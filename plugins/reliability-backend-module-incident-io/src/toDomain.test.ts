import { scheduleSchema } from './answers';
import { membersOf, toPerson, toShifts, urlOf } from './toDomain';

const ana = { id: 'U1', name: 'Ana Lima', email: 'Ana@Example.com' };
const bo = { id: 'U2', name: 'Bo Chen' };
const good = {
  start_at: '2026-06-15T12:00:00Z',
  end_at: '2026-06-22T12:00:00+02:00',
  rotation_id: 'R1',
  layer_id: 'L1',
  user: ana,
};

const read = (
  final: unknown[],
  overrides: unknown[] = [],
  place: Partial<Parameters<typeof toShifts>[1]> = {},
) => toShifts({ final, overrides }, { level: 1, ...place });

describe('an entry of a schedule', () => {
  it('is a shift', () => {
    expect(read([good], [], { schedule: 'Primary' })).toEqual({
      shifts: [
        {
          start: Date.parse('2026-06-15T12:00:00Z'),
          end: Date.parse('2026-06-22T10:00:00Z'),
          level: 1,
          person: { id: 'U1', name: 'Ana Lima', email: 'ana@example.com' },
          source: 'rotation',
          shadow: false,
          schedule: 'Primary',
        },
      ],
      unreadable: 0,
    });
  });

  it.each([
    ['no user: nobody fills it', { user: undefined }, { person: null }],
    ['null as user: the same', { user: null }, { person: null }],
    ['a user without a name', { user: { id: 'U9' } }, { person: { id: 'U9' } }],
    [
      'a user without an id',
      { user: { email: 'X@y.io' } },
      { person: { id: 'x@y.io', name: 'x@y.io' } },
    ],
    [
      'an e-mail of the wrong type',
      { user: { ...bo, email: 7 } },
      { person: { id: 'U2', name: 'Bo Chen' } },
    ],
  ])('with %s', (_, changed, wanted) => {
    expect(read([{ ...good, ...changed }])).toMatchObject({
      shifts: [wanted],
      unreadable: 0,
    });
  });

  it.each([
    ['a start that is no time', { start_at: 'soon' }],
    ['no end', { end_at: undefined }],
    ['a user that is a text: that is no gap', { user: 'Ana' }],
    ['a user of whom nothing is told: that is no gap', { user: {} }],
  ])('cannot be understood with %s', (_, changed) => {
    expect(read([{ ...good, ...changed }, good])).toMatchObject({
      shifts: [{ person: { id: 'U1' } }],
      unreadable: 1,
    });
  });

  it.each([
    ['the same turn', good, 'override'],
    ['a part of it', { ...good, start_at: '2026-06-16T00:00:00Z' }, 'override'],
    ['another person', { ...good, user: bo }, 'rotation'],
    [
      'another part of the schedule',
      { ...good, rotation_id: 'R2' },
      'rotation',
    ],
    [
      'another time',
      {
        ...good,
        start_at: '2026-06-22T10:00:00Z',
        end_at: '2026-06-23T10:00:00Z',
      },
      'rotation',
    ],
    ['nothing that can be understood', 'x', 'rotation'],
  ])('with an override of %s is of source %s', (_, override, wanted) => {
    expect(read([good], [override]).shifts).toMatchObject([{ source: wanted }]);
  });

  it('of another part of the schedule is left out where one is meant', () => {
    const other = { ...good, rotation_id: 'R2', user: bo };
    expect(read([good, other], [], { rotation: 'R2' })).toMatchObject({
      shifts: [{ person: { id: 'U2' } }],
      unreadable: 0,
    });
  });
});

describe('who shares a schedule', () => {
  const NOW = Date.parse('2026-06-15T12:00:00Z');
  const schedule = (rotations: unknown) =>
    scheduleSchema.parse({ id: '1', config: { rotations } });
  const names = (rotations: unknown, rotation?: string) =>
    membersOf(schedule(rotations), NOW, rotation)?.map(({ name }) => name);
  const one = (users: unknown[], more: object = {}) => ({
    id: 'R1',
    users,
    ...more,
  });

  it.each([
    ['everybody once', [one([ana, bo]), one([ana], { id: 'R2' })], 2],
    ['nobody', [], 0],
    ['nobody that can be told from others', [one([{}, 'Ana', null])], 0],
    ['not told', undefined, undefined],
    ['not told of one part', [one([ana]), { id: 'R2' }], undefined],
  ])('is %s', (_, rotations, wanted) => {
    expect(names(rotations)?.length).toBe(wanted);
  });

  it('is asked of one part', () => {
    const rotations = [one([ana]), one([bo], { id: 'R2' })];
    expect(names(rotations, 'R2')).toEqual(['Bo Chen']);
  });

  it('is what is in force, not what was or will be', () => {
    const rotations = [
      one([ana]),
      one([bo], { effective_from: '2026-06-01T00:00:00Z' }),
      one([ana, bo], { effective_from: '2026-07-01T00:00:00Z' }),
    ];
    expect(names(rotations)).toEqual(['Bo Chen']);
  });
});

it('has no person of whom nothing tells them from others', () => {
  expect(toPerson({ name: 'Ana' })).toBeUndefined();
  expect(toPerson({ id: 'U1' })?.name).toBe('Somebody without a name');
});

it.each([
  ['https://app.incident.io/acme/on-call', true],
  ['data:text/html,x', false],
  [null, false],
])('link %s is followed: %s', (permalink, wanted) => {
  expect(urlOf({ permalink }) !== undefined).toBe(wanted);
});
