import { errorBudgetMinutes } from './errorBudget';

describe('errorBudgetMinutes', () => {
  it.each([
    [99, 432],
    [99.5, 216],
    [99.9, 43.2],
    [99.95, 21.6],
    [99.99, 4.32],
    [99.999, 0.432],
  ])('of %s percent is %s minutes in 30 days', (percent, minutes) => {
    expect(errorBudgetMinutes(percent)).toBe(minutes);
  });
});
