import { atlassianLimit, opsgenieLimit } from './limits';

const NOW = Date.parse('2026-06-15T12:00:00Z');

describe('the limit of Opsgenie', () => {
  it.each([
    [
      'is used up',
      { 'x-ratelimit-state': 'THROTTLED', 'x-ratelimit-period-in-sec': '60' },
      { remaining: 0, resetMs: 60_000 },
    ],
    [
      'is not used up, and has no count',
      { 'x-ratelimit-state': 'OK', 'x-ratelimit-period-in-sec': '60' },
      { resetMs: 60_000 },
    ],
    [
      'is used up for a time that is not told',
      { 'x-ratelimit-state': 'throttled' },
      { remaining: 0 },
    ],
    ['is not told', {}, undefined],
    ['is no number', { 'x-ratelimit-period-in-sec': 'soon' }, undefined],
  ])('%s', (_, headers, wanted) => {
    expect(
      opsgenieLimit(new Headers(headers as Record<string, string>), NOW),
    ).toEqual(wanted);
  });
});

describe('the limit of Atlassian', () => {
  it.each([
    [
      'has a count and a time',
      {
        'x-ratelimit-remaining': '3',
        'x-ratelimit-reset': '2026-06-15T12:00:20Z',
      },
      { remaining: 3, resetMs: 20_000 },
    ],
    [
      'may have a time that is over',
      { 'x-ratelimit-reset': '2026-06-15T11:00Z' },
      { resetMs: 0 },
    ],
    [
      'may have a count only',
      { 'x-ratelimit-remaining': '0' },
      { remaining: 0 },
    ],
    ['is not told', {}, undefined],
    ['is no number', { 'x-ratelimit-remaining': 'few' }, undefined],
  ])('%s', (_, headers, wanted) => {
    expect(
      atlassianLimit(new Headers(headers as Record<string, string>), NOW),
    ).toEqual(wanted);
  });
});
