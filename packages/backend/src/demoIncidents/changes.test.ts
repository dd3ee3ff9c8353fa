import { changesOf } from './changes';
import { DAY } from './times';

const SINCE = Date.parse('2026-11-21T12:00:00Z');

describe('what the delivery tool tells', () => {
  const changes = changesOf(
    {
      every: { pay: 30, web: 45 },
      marks: [['pay', '1d 09:30', 'config', 'Another limit']],
    },
    SINCE,
  );

  it('is a deploy every so many days, in working hours, and what the story tells', () => {
    const titles = changes.map(({ entityRef, kind }) => `${entityRef} ${kind}`);
    expect(titles).toEqual([
      ...Array(3).fill('component:default/pay deploy'),
      ...Array(2).fill('component:default/web deploy'),
      'component:default/pay config',
    ]);
    const times = changes.map(({ at }) => Date.parse(at));
    expect(Math.max(...times)).toBeLessThan(SINCE);
    expect(Math.min(...times)).toBeGreaterThan(SINCE - 91 * DAY);
    const hours = changes.map(({ at }) => new Date(at).getUTCHours());
    expect(hours.every(hour => hour >= 8 && hour < 16)).toBe(true);
  });

  it('has an id for each, the same every time', () => {
    const ids = changes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(changes.length);
    const again = changesOf({ every: { pay: 30 }, marks: [] }, SINCE);
    expect(ids).toEqual(expect.arrayContaining(again.map(({ id }) => id)));
  });
});
