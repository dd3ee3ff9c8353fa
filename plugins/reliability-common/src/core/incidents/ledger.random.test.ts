import { DAY, HOUR, seeded } from '../../testUtils';
import { ledger } from './ledger';

/** Bad events at random times, some days, and what incidents measure of them. */
function world(seed: number, overlapping: boolean) {
  const random = seeded(seed);
  const events = Array.from({ length: 300 }, () => random() * 4 * DAY);
  const spans = Array.from({ length: 5 }, (_, index) => {
    const slot = overlapping ? random() * 90 : index * 19;
    return { from: slot, to: slot + 1 + random() * 6 };
  });
  const within = ({ from, to }: { from: number; to: number }) =>
    events.filter(at => at >= from * HOUR && at < to * HOUR);
  const union = new Set(spans.flatMap(within)).size;
  return {
    union,
    most: Math.max(...spans.map(span => within(span).length)),
    given: {
      window: { from: 0, to: 4 * DAY },
      budget: 1000,
      spent: events.length / 1000,
      days: [0, 1, 2, 3].map(index => ({
        day: `day ${index}`,
        from: index * DAY,
        to: (index + 1) * DAY,
        bad: within({ from: index * 24, to: index * 24 + 24 }).length,
      })),
      spends: spans.map((span, index) => {
        const bad = within(span).length;
        return {
          incidentId: `I${index}`,
          title: `I${index}`,
          from: span.from * HOUR,
          to: span.to * HOUR,
          bad,
          share: bad / 1000,
        };
      }),
      corrections: [],
    },
  };
}

const seeds = Array.from({ length: 50 }, (_, seed) => [seed]);

it.each(seeds)('incidents apart explain exactly theirs (seed %i)', seed => {
  const { union, given } = world(seed, false);
  expect(ledger(given)).toMatchObject({
    explained: expect.closeTo(union / 1000, 9),
    unexplained: expect.closeTo((300 - union) / 1000, 9),
  });
});

it.each(seeds)('overlaps are counted about once (seed %i)', seed => {
  const { union, most, given } = world(seed, true);
  const { explained, unexplained, lines } = ledger(given);
  const sum = given.spends.reduce((total, { bad }) => total + (bad ?? 0), 0);
  const left = lines
    .filter(({ kind }) => kind === 'unexplained')
    .reduce((total, { share }) => total + (share ?? 0), 0);
  expect(explained! + unexplained!).toBeCloseTo(0.3, 9);
  expect(left).toBeCloseTo(unexplained!, 9);
  expect(explained! * 1000).toBeGreaterThanOrEqual(most - 1e-6);
  expect(explained! * 1000).toBeLessThanOrEqual(sum + 1e-6);
  // Where two overlap, nobody knows how many events were of both.
  expect(Math.abs(explained! * 1000 - union)).toBeLessThan(15);
});
