import { Settings } from 'luxon';
import {
  anna,
  ben,
  hoursAfter,
  oncallSpan,
  serviceRotation,
} from '../../testUtils/oncall';
import { NOW } from '../../testUtils/levels';
import { daysOf, lanesOf, lanesOfSpans, placeOf } from './timeline';

const window = { from: NOW, to: hoursAfter(336) };

it.each([
  [0, 0],
  [168, 50],
  [336, 100],
  [-5, 0],
  [400, 100],
])('a time after %s hours is at %s percent', (hours, percent) => {
  expect(placeOf(hoursAfter(hours), window)).toBe(percent);
});

describe('days', () => {
  afterEach(() => {
    Settings.defaultZone = 'system';
  });

  it('begin at midnight of the reader, and one has 25 hours where clocks go back', () => {
    Settings.defaultZone = 'Europe/Berlin';
    const days = daysOf({
      from: '2026-10-24T10:00:00Z',
      to: '2026-10-28T10:00:00Z',
    });
    expect(days.map(({ iso }) => iso)).toEqual([
      '2026-10-24',
      '2026-10-25',
      '2026-10-26',
      '2026-10-27',
      '2026-10-28',
    ]);
    expect(days.map(({ weekend }) => weekend)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(days[1].width).toBeCloseTo((100 * 25) / 96);
    expect(days[2].width).toBeCloseTo((100 * 24) / 96);
  });
});

describe('lanes', () => {
  const said = (rotation = serviceRotation()) =>
    lanesOf([rotation], window).map(({ level, tracks, blocks }) => [
      level,
      tracks,
      blocks.map(({ span }) => span?.person ?? 'nobody'),
    ]);

  it('are one for each level, with the time in which nobody is', () => {
    expect(said()).toEqual([
      [1, 1, ['anna.berg', 'ben.cole', 'nobody', 'anna.berg']],
      [2, 1, ['chi.dang', 'anna.berg', 'nobody', 'chi.dang']],
    ]);
  });

  it('put those who share a time below each other', () => {
    const spans = [
      oncallSpan(0, 100, anna),
      oncallSpan(50, 150, ben),
      oncallSpan(100, 200, anna),
    ];
    const [lane] = lanesOf([serviceRotation({ spans, gaps: [] })], window);
    expect(lane.tracks).toBe(2);
    expect(lane.blocks.map(({ track }) => track)).toEqual([0, 1, 0]);
  });

  it('draw touching gaps of a level and of all levels once', () => {
    const gap = (from: number, to: number, level: number | null) => ({
      from: hoursAfter(from),
      to: hoursAfter(to),
      level,
      required: false,
    });
    const gaps = [gap(10, 20, null), gap(20, 30, 1), gap(40, 50, 2)];
    const [first] = lanesOf([serviceRotation({ spans: [], gaps })], window);
    expect(first.blocks.map(({ from, to }) => [from, to])).toEqual([
      [hoursAfter(10), hoursAfter(30)],
    ]);
  });

  it.each([
    ['an account that is only compared', { mirror: true }],
    ['members of a group', { kind: 'group' as const }],
    [
      'members of a team, whom nobody planned',
      { spans: [oncallSpan(0, 336, anna, { source: 'members' })] },
    ],
  ])('leave out %s', (_, overrides) => {
    expect(lanesOf([serviceRotation(overrides)], window)).toEqual([]);
  });

  it('name the rotation where there are several', () => {
    const other = serviceRotation({ id: 'b', title: 'Platform' });
    expect(
      lanesOf([serviceRotation(), other], window).map(({ title }) => title),
    ).toEqual(['Payments', 'Payments', 'Platform', 'Platform']);
    expect(lanesOf([other], window)[0].title).toBeUndefined();
  });

  it('mark what reaches an edge, because its length is not known', () => {
    const [lane] = lanesOf([serviceRotation()], window);
    expect(lane.blocks.map(({ cut }) => cut)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('of a comparison leave out slots that nobody fills', () => {
    const [lane] = lanesOfSpans(
      [oncallSpan(0, 10, anna), oncallSpan(10, 20, null)],
      window,
    );
    expect(lane.blocks).toHaveLength(1);
  });
});
