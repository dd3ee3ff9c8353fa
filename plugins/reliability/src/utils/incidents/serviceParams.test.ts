import {
  formatServiceParams,
  isServiceFiltered,
  parseServiceParams,
  serviceQueryOf,
} from './serviceParams';

const parse = (text: string) => parseServiceParams(new URLSearchParams(text));

describe('the address of the incidents of a service', () => {
  it.each([
    ['view=incidents&scorecard=x', 'view=incidents&scorecard=x'],
    [
      'view=incidents&days=365&severity=1&status=open&q=a&limit=50&page=2&cursor=c',
      'view=incidents&days=365&severity=1&status=open&q=a&limit=50&page=2&cursor=c',
    ],
    ['days=7&severity=9&status=x&page=4', ''],
    ['days=90&limit=25', ''],
  ])('%s becomes "%s"', (text, left) => {
    expect(formatServiceParams(parse(text)).toString()).toBe(left);
  });

  it.each<[string, object]>([
    ['view=incidents', { days: 90, limit: 25 }],
    [
      'days=30&severity=none&status=active&q= x &page=2&cursor=c',
      {
        days: 30,
        limit: 25,
        severity: ['none'],
        status: ['active'],
        q: 'x',
        cursor: 'c',
      },
    ],
  ])('%s asks for what it says', (text, query) => {
    expect(serviceQueryOf(parse(text))).toEqual(query);
  });

  it.each([
    ['days=30', false],
    ['q=x', true],
    ['severity=1', true],
    ['status=open', true],
  ])('%s narrows: %s', (text, narrows) => {
    expect(isServiceFiltered(parse(text))).toBe(narrows);
  });
});
