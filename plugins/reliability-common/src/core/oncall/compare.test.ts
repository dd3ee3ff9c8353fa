import {
  DAY,
  HOUR,
  namesOf,
  NOW,
  personOf,
  rotationOf,
  shiftOf,
} from '../../testUtils';
import { compareAccounts } from './compare';
import { OncallShift } from './oncall';

const window = { from: NOW, to: NOW + 10 * HOUR };

function compared(left: OncallShift[], right: OncallShift[]) {
  const { sameHours, comparedHours, differences } = compareAccounts(
    [rotationOf(left)],
    [rotationOf(right)],
    window,
  );
  return [
    `${sameHours} of ${comparedHours}`,
    ...differences.map(
      each =>
        `${(each.from - NOW) / HOUR}-${(each.to - NOW) / HOUR} L${each.level} ${
          each.kind
        } ${namesOf(each.left)}/${namesOf(each.right)}`,
    ),
  ];
}

const whole = shiftOf('A', -1, 20);
const second = { level: 2 };
const none = { level: null };
const SECOND = 1 / 3600;

describe('two accounts', () => {
  it.each<[string, OncallShift[], OncallShift[], string[]]>([
    ['agree', [whole], [whole], ['10 of 10']],
    ['agree on nobody', [], [], ['0 of 0']],
    [
      'have other people',
      [whole],
      [shiftOf('A', 0, 4), shiftOf('B', 4, 6), shiftOf('A', 6, 20)],
      ['8 of 10', '4-6 L1 other-people A/B'],
    ],
    [
      'have somebody on the left only',
      [whole],
      [shiftOf('A', 0, 4)],
      ['4 of 10', '4-10 L1 only-left A/'],
    ],
    [
      'have somebody on the right only',
      [shiftOf('A', 0, 4)],
      [shiftOf('A', 0, 5)],
      ['4 of 5', '4-5 L1 only-right /A'],
    ],
    [
      'have one more',
      [whole],
      [whole, shiftOf('B', 2, 3)],
      ['9 of 10', '2-3 L1 other-people A/A+B'],
    ],
    [
      'differ at the second level',
      [whole, shiftOf('B', -1, 20, second)],
      [whole, shiftOf('C', -1, 5, second), shiftOf('B', 5, 20, second)],
      ['5 of 10', '0-5 L2 other-people B/C'],
    ],
    [
      'differ at two levels at once',
      [whole, shiftOf('B', 0, 4, second)],
      [shiftOf('C', 0, 4), shiftOf('A', 4, 20)],
      ['6 of 10', '0-4 L1 other-people A/C', '0-4 L2 only-left B/'],
    ],
    [
      'are compared as level 1 where one has no levels',
      [whole],
      [shiftOf('A', 0, 20, none)],
      ['10 of 10'],
    ],
    [
      'differ without levels',
      [shiftOf('A', 0, 20, none)],
      [shiftOf('B', 0, 20, none)],
      ['0 of 10', '0-10 Lnull other-people A/B'],
    ],
    [
      'agree with a second between the ends',
      [whole],
      [shiftOf('A', 0, 4), shiftOf('A', 4 + SECOND, 20)],
      ['10 of 10'],
    ],
    [
      'do not compare shadows',
      [whole],
      [whole, shiftOf('B', 2, 3, { shadow: true })],
      ['10 of 10'],
    ],
  ])('%s', (_, left, right, expected) => {
    expect(compared(left, right)).toEqual(expected);
  });

  const email = 'ann@example.com';
  const entityRef = 'user:default/ann';
  const as = (known: Parameters<typeof personOf>[1]) => [
    shiftOf(null, 0, 20, { person: personOf('Ann', known) }),
  ];

  it.each([
    ['by e-mail', { id: '1', email }, { id: '2', email }, '10 of 10'],
    [
      'by user, whatever the e-mail',
      { id: '1', entityRef },
      { id: '2', entityRef, email },
      '10 of 10',
    ],
    [
      'by e-mail, although one is matched to a user',
      { id: '1', email },
      { id: '2', email, entityRef },
      '10 of 10',
    ],
    ['not by name', { id: '1' }, { id: '2' }, '0 of 10'],
  ])('know the same person %s', (_, left, right, expected) => {
    expect(compared(as(left), as(right))[0]).toBe(expected);
    expect(compared(as(right), as(left))[0]).toBe(expected);
  });

  it('are compared as far as both are known', () => {
    const known = { window: { from: NOW - DAY, to: NOW + 3 * HOUR } };
    const { comparedHours } = compareAccounts(
      [rotationOf([whole], known)],
      [rotationOf([whole])],
      window,
    );
    expect(comparedHours).toBe(3);
  });

  it('of which nothing is known any more are not compared', () => {
    const known = { window: { from: NOW - DAY, to: NOW } };
    expect(compareAccounts([rotationOf([whole], known)], [], window)).toEqual({
      sameHours: 0,
      comparedHours: 0,
      differences: [],
    });
  });
});
