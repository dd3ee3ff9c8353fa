import { everyItem, phaseState, review, signOff } from '../../../../testUtils';
import { standingOf } from './phaseStanding';

const items = everyItem();
const before = '2026-08-01T00:00:00Z';

describe('standingOf', () => {
  it.each([
    ['open', phaseState('pre-production', 'P', items)],
    ['ready', phaseState('design', 'D', items)],
    ['requested', phaseState('design', 'D', items, { review: review() })],
    [
      'requested',
      phaseState('design', 'D', items, {
        review: review(),
        signOff: signOff(),
      }),
    ],
    ['signedOff', phaseState('design', 'D', items, { signOff: signOff() })],
    [
      'lapsed',
      phaseState('design', 'D', items, { signOff: signOff({ valid: false }) }),
    ],
    [
      'returned',
      phaseState('design', 'D', items, {
        review: review({ state: 'returned' }),
      }),
    ],
    [
      'returned',
      phaseState('design', 'D', items, {
        review: review({ state: 'returned' }),
        signOff: signOff(),
      }),
    ],
    [
      'signedOff',
      phaseState('design', 'D', items, {
        review: review({ state: 'returned', requestedAt: before }),
        signOff: signOff(),
      }),
    ],
    [
      'ready',
      phaseState('design', 'D', items, {
        review: review({ state: 'withdrawn' }),
      }),
    ],
  ])('is %s', (standing, phase) => {
    expect(standingOf(phase)).toBe(standing);
  });
});
