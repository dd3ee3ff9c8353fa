import { NOW, HOUR, personOf, rotationOf, shiftOf } from '../../testUtils';
import { OncallShift } from './oncall';
import { planned } from './planned';

const SECOND = 1 / 3600;
const window = { from: NOW, to: NOW + 10 * HOUR };

const words = (shifts: readonly OncallShift[], clip = window) =>
  planned(rotationOf(shifts), clip)
    .map(
      ({ start, end, person, shadow }) =>
        `${shadow ? '(' : ''}${person?.name ?? '-'} ${
          (start - clip.from) / HOUR
        }-${(end - clip.from) / HOUR}`,
    )
    .join(', ');

describe('shifts', () => {
  it.each<[string, OncallShift[], string]>([
    [
      'stand in order',
      [shiftOf('B', 2, 3), shiftOf('A', 1, 2)],
      'A 1-2, B 2-3',
    ],
    ['that go backwards are dropped', [shiftOf('A', 5, 3)], ''],
    ['without length are dropped', [shiftOf('A', 3, 3)], ''],
    [
      'that go backwards over the edge of the window are dropped',
      [shiftOf('A', 12, -3)],
      '',
    ],
    ['are cut to the window', [shiftOf('A', -5, 12)], 'A 0-10'],
    ['outside the window are dropped', [shiftOf('A', -5, 0)], ''],
    [
      'that are permanent fill the window',
      [shiftOf('A', null, null)],
      'A 0-10',
    ],
    ['that began once begin with it', [shiftOf('A', null, 4)], 'A 0-4'],
    ['that never end end with it', [shiftOf('A', 4, null)], 'A 4-10'],
    [
      'of one person that touch are one',
      [shiftOf('A', 2, 3), shiftOf('A', 1, 2)],
      'A 1-3',
    ],
    [
      'a second apart are one',
      [shiftOf('A', 1, 2), shiftOf('A', 2 + SECOND, 3)],
      'A 1-3',
    ],
    [
      'of one person that overlap are one',
      [shiftOf('A', 1, 5), shiftOf('A', 2, 3), shiftOf('A', 4, 6)],
      'A 1-6',
    ],
    [
      'of two people that overlap are two',
      [shiftOf('A', 1, 5), shiftOf('B', 2, 3)],
      'A 1-5, B 2-3',
    ],
    [
      'around those of somebody else are two',
      [shiftOf('A', 1, 2), shiftOf('B', 2, 3), shiftOf('A', 3, 4)],
      'A 1-2, B 2-3, A 3-4',
    ],
    [
      'that shadow stay apart',
      [shiftOf('A', 1, 2), shiftOf('A', 2, 3, { shadow: true })],
      'A 1-2, (A 2-3',
    ],
    [
      'of another level stay apart',
      [shiftOf('A', 1, 2), shiftOf('A', 2, 3, { level: 2 })],
      'A 1-2, A 2-3',
    ],
    [
      'that stand in stay apart',
      [shiftOf('A', 1, 2), shiftOf('A', 2, 3, { source: 'override' })],
      'A 1-2, A 2-3',
    ],
    [
      'that nobody fills are kept, joined',
      [shiftOf(null, 1, 2), shiftOf(null, 2, 3)],
      '- 1-3',
    ],
    [
      'of two people of one name are two',
      [
        shiftOf('A', 1, 2, { person: personOf('A', { id: '1' }) }),
        shiftOf('A', 2, 3, { person: personOf('A', { id: '2' }) }),
      ],
      'A 1-2, A 2-3',
    ],
  ])('%s', (_, shifts, expected) => {
    expect(words(shifts)).toBe(expected);
  });

  it('two seconds apart are two', () => {
    const shifts = [shiftOf('A', 1, 2), shiftOf('A', 2 + 2 * SECOND, 3)];
    expect(planned(rotationOf(shifts))).toHaveLength(2);
  });

  it('are cut to the window of the rotation by default', () => {
    const [only] = planned(rotationOf([shiftOf('A', null, null)], { window }));
    expect([only.start, only.end]).toEqual([window.from, window.to]);
  });
});
