import {
  findingsOf,
  HOUR,
  knownPerson,
  NOW,
  OWNER,
  rotationOf,
  shiftOf,
  tier1,
} from '../../testUtils';
import { KnownRotation, OncallShift } from './oncall';

type Given = NonNullable<Parameters<typeof findingsOf>[1]>;

const always = (name: string, level = 1): OncallShift =>
  shiftOf(name, null, null, { level });

const good = rotationOf([
  always('A'),
  always('B'),
  always('C', 2),
  always('D', 2),
]);
const old = { fetchedAt: NOW - 2 * HOUR };

describe('the evidence', () => {
  const evidenceOf = (
    code: string,
    ...parameters: Parameters<typeof findingsOf>
  ) => findingsOf(...parameters).find(each => each.code === code);

  it('of gaps is the first, their hours and their number', () => {
    const rotation = rotationOf([
      shiftOf('A', -1, 20),
      shiftOf('A', 22.5, 30),
      shiftOf('A', 31, null),
    ]);
    expect(evidenceOf('gap', [rotation])?.evidence).toEqual({
      from: '2026-11-21T08:00:00.000Z',
      to: '2026-11-21T10:30:00.000Z',
      hours: 3.5,
      count: 2,
    });
  });

  it('of nobody now is until when', () => {
    expect(
      evidenceOf('nobody-now', [rotationOf([shiftOf('A', 3, null)])])?.evidence,
    ).toEqual({ until: '2026-11-20T15:00:00.000Z' });
  });

  it('of an owner who differs is who, how many, and the team', () => {
    const people = ['A', 'B', 'C', 'D'].map((name, index) =>
      knownPerson(name, index > 0 ? { groups: [] } : {}),
    );
    const rotation = { ...good, team: 'Ledger' };
    expect(evidenceOf('owner-differs', [rotation], { people })).toMatchObject({
      people: ['user:default/b', 'user:default/c', 'user:default/d'],
      evidence: { owner: OWNER, inside: 1, known: 4, team: 'Ledger' },
    });
  });

  it.each<[string, KnownRotation[], Given, object]>([
    [
      'too-few',
      [rotationOf([always('A'), always('B')])],
      { contract: tier1.contract },
      { evidence: { people: 2, wanted: 4 } },
    ],
    [
      'too-few-levels',
      [rotationOf([always('A'), always('B')])],
      { contract: tier1.contract },
      { evidence: { levels: 1, wanted: 2 } },
    ],
    [
      'single-person',
      [rotationOf([always('A')])],
      {},
      { evidence: { people: 1 }, people: ['user:default/a'] },
    ],
    ['no-rotation', [], {}, { evidence: { coverage: '24x7' } }],
    [
      'rotation-missing',
      [],
      { missing: ['pd:schedule:P1'] },
      { rotation: 'pd:schedule:P1' },
    ],
    [
      'rotation-stale',
      [rotationOf([], { ...old, id: 'pd:schedule:P1' })],
      {},
      {
        rotation: 'pd:schedule:P1',
        evidence: { since: '2026-11-20T10:00:00.000Z' },
      },
    ],
  ])('of %s', (code, rotations, given, expected) => {
    expect(evidenceOf(code, rotations, given)).toMatchObject(expected);
  });
});
