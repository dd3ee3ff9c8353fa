import { incidentsOf } from './troubles';

const trouble = {
  service: 'PKL0A1B',
  title: 'Slow',
  key: 'slow',
  priority: 'P3',
  days: [3, 40],
  minutes: 20,
};

describe('what comes again and again', () => {
  it('is an incident for each day, the same every time', () => {
    const incidents = incidentsOf([trouble]);
    expect(incidents).toEqual(incidentsOf([trouble]));
    expect(incidents.map(({ at }) => at.slice(0, 3))).toEqual(['3d ', '40d']);
    expect(incidents[0]).toMatchObject({ title: 'Slow', key: 'slow' });
  });

  it('takes about as long as usual, and is acknowledged before it ends', () => {
    for (const { ack, end } of incidentsOf([trouble])) {
      expect(end).toBeGreaterThanOrEqual(12);
      expect(end).toBeLessThanOrEqual(32);
      expect(ack).toBeLessThan(end!);
    }
  });

  it('may go away before anybody looks', () => {
    const [first] = incidentsOf([{ ...trouble, alone: true }]);
    expect(first.ack).toBeUndefined();
    expect(first.end).toBeDefined();
  });

  it('happens at hours of the day', () => {
    const days = Array.from({ length: 60 }, (_, day) => day);
    for (const { at } of incidentsOf([{ ...trouble, days }])) {
      expect(at).toMatch(/^\d+d ([01]\d|2[0-3]):[0-5]\d$/);
    }
  });
});

it('several on one day are different ones', () => {
  const incidents = incidentsOf([{ ...trouble, days: [3, 3, 3] }]);
  expect(new Set(incidents.map(({ id }) => id)).size).toBe(3);
  expect(new Set(incidents.map(({ at }) => at)).size).toBe(3);
});
