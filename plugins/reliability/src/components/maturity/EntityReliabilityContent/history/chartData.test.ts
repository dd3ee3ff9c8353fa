import {
  bronze,
  historyEntry,
  historyResponse,
  silver,
} from '../../../../testUtils';
import { changeMarks, chartPoints, levelBands } from './chartData';

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`);

describe('chartPoints', () => {
  it('shows whole points, rounded down', () => {
    const daily = [
      { day: '2026-11-01', level: silver, score: 996, coverage: 1000 },
    ];
    expect(chartPoints(daily)).toEqual([
      { time: day('2026-11-01'), score: 99, coverage: 100, level: 'Silver' },
    ]);
  });
});

describe('levelBands', () => {
  it('joins the days on the same level', () => {
    const at = (iso: string, level: typeof silver) => ({
      day: iso,
      level,
      score: 500,
      coverage: 500,
    });
    expect(
      levelBands([
        at('2026-11-01', bronze),
        at('2026-11-02', bronze),
        at('2026-11-03', silver),
        at('2026-11-04', bronze),
      ]).map(({ from, to, name }) => [from, to, name]),
    ).toEqual([
      [day('2026-11-01'), day('2026-11-03'), 'Bronze'],
      [day('2026-11-03'), day('2026-11-04'), 'Silver'],
      [day('2026-11-04'), day('2026-11-04'), 'Bronze'],
    ]);
  });

  it('is empty without days', () => {
    expect(levelBands([])).toEqual([]);
  });
});

describe('changeMarks', () => {
  const data = chartPoints(historyResponse().daily);

  it('marks every change within the days, and why it happened', () => {
    expect(
      changeMarks(historyResponse().items, data).map(({ cause }) => cause),
    ).toEqual(['service', 'data', 'rule']);
  });

  it('leaves out what lies before', () => {
    const old = historyEntry({ at: '2026-01-01T00:00:00Z' });
    expect(changeMarks([old], data)).toEqual([]);
  });

  it('leaves out what moved neither level nor score', () => {
    const { level, score } = historyEntry();
    const flipped = historyEntry({
      level: { from: level.to, to: level.to },
      score: { from: score.to, to: score.to },
    });
    expect(changeMarks([flipped], data)).toEqual([]);
  });

  it('stands on the step of its day', () => {
    expect(changeMarks([historyEntry()], data)[0]).toEqual({
      time: day('2026-11-18'),
      score: 64,
      cause: 'service',
    });
  });
});
