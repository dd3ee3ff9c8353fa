import { durationWords } from './durationWords';

describe('durationWords', () => {
  it.each([
    ['PT15M', '15 minutes'],
    ['PT1H', '1 hour'],
    ['PT48H', '48 hours'],
    ['P90D', '90 days'],
    ['P1DT12H', '1 day, 12 hours'],
    ['soon', 'soon'],
  ])('says %s as "%s"', (iso, words) => {
    expect(durationWords(iso)).toBe(words);
  });
});
