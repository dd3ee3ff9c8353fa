import { kpiDays, kpiPeriod } from './kpiPeriod';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const at = (text: string) => Date.parse(text);

describe('kpiPeriod', () => {
  it('is the last 30 days, today among them', () => {
    const { now, isCurrent } = kpiPeriod({}, NOW);
    expect([now.firstDay, now.lastDay, isCurrent]).toEqual([
      '2026-10-22',
      '2026-11-20',
      true,
    ]);
    expect(now.days).toBe(29.5);
  });

  it('is compared with a time as long directly before', () => {
    const { now, before } = kpiPeriod({ from: '2026-11-20' }, NOW);
    expect(before.to).toBe(now.from);
    expect(before.from).toBe(at('2026-11-19T12:00:00Z'));
  });

  it('holds whole days when its last is over', () => {
    const asked = { from: '2026-11-01', to: '2026-11-10' };
    const { now, before, isCurrent } = kpiPeriod(asked, NOW);
    expect([now.from, now.to, isCurrent]).toEqual([
      at('2026-11-01'),
      at('2026-11-11'),
      false,
    ]);
    expect([before.firstDay, before.lastDay]).toEqual([
      '2026-10-22',
      '2026-10-31',
    ]);
  });

  it('may be 366 days long', () => {
    const asked = { from: '2025-11-20', to: '2026-11-20' };
    expect(kpiPeriod(asked, NOW).now.firstDay).toBe('2025-11-20');
  });

  it.each([
    ['ends in the future', { to: '2026-11-21' }, /^to: .* 2026-11-20 in UTC/],
    [
      'begins after its end',
      { from: '2026-11-10', to: '2026-11-09' },
      /^from: /,
    ],
    ['is longer', { from: '2025-11-19', to: '2026-11-20' }, /at most 366 days/],
  ])('is refused when it %s', (_, asked, message) => {
    expect(() => kpiPeriod(asked, NOW)).toThrow(message);
  });
});

describe('kpiDays', () => {
  it.each([
    ['a day', '2026-11-20', ['2026-11-20']],
    ['three days', '2026-11-18', ['2026-11-18', '2026-11-19', '2026-11-20']],
  ])('of %s are all', (_, from, days) => {
    expect(kpiDays(kpiPeriod({ from }, NOW).now, 13)).toEqual(days);
  });

  it('of a year are 13 from the first to the last', () => {
    const days = kpiDays(kpiPeriod({ from: '2025-11-20' }, NOW).now, 13);
    expect(days).toHaveLength(13);
    expect([days[0], days[12]]).toEqual(['2025-11-20', '2026-11-20']);
  });
});
