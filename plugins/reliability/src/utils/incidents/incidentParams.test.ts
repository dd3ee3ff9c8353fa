import { Settings } from 'luxon';
import {
  formatIncidentParams,
  incidentQueryOf,
  isIncidentFiltered,
  parseIncidentParams,
  withoutIncidentFilters,
} from './incidentParams';

beforeEach(() => {
  Settings.defaultZone = 'Europe/Berlin';
});
afterEach(() => {
  Settings.defaultZone = 'system';
});

const parse = (text: string) => parseIncidentParams(new URLSearchParams(text));
const again = (text: string) => formatIncidentParams(parse(text)).toString();

describe('the address of the incidents', () => {
  it.each([
    '',
    'tab=figures&by=tier',
    'tab=figures&q=pool&status=active&severity=1&severity=none&postmortem=overdue&tier=tier-0&owner=group%3Adefault%2Fpayments&customers=true&tests=true&from=2026-11-01&to=2026-11-21&orderBy=duration&order=asc&limit=25&page=3&cursor=abc',
  ])('comes back as it was: %s', text => {
    expect(again(text)).toBe(text);
  });

  it.each([
    ['an order that is none', 'orderBy=colour&order=up', ''],
    ['a severity that is none', 'severity=6&severity=x', ''],
    ['a state that is none', 'status=burning&postmortem=lost', ''],
    ['a day that is none', 'from=2026-02-31&to=yesterday', ''],
    ['a page without its cursor', 'page=7', ''],
    ['what is usual', 'orderBy=started&order=desc&limit=50', ''],
  ])('leaves out %s', (_, text, left) => {
    expect(again(text)).toBe(left);
  });

  it.each<[string, string, object]>([
    ['nothing but the order where nothing is chosen', 'tab=figures', {}],
    [
      'each filter that is chosen',
      'q= pool &severity=2&status=active&postmortem=missing&customers=true&tests=true&system=s',
      {
        q: 'pool',
        severity: ['2'],
        status: ['active'],
        postmortem: ['missing'],
        customerImpact: 'true',
        tests: 'true',
        system: ['s'],
      },
    ],
    [
      'days of the reader, the last one with all its hours',
      'from=2026-11-01&to=2026-11-02',
      {
        from: '2026-10-31T23:00:00.000Z',
        to: '2026-11-02T23:00:00.000Z',
      },
    ],
  ])('asks for %s', (_, text, query) => {
    expect(incidentQueryOf(parse(text))).toEqual({
      orderBy: 'started',
      order: 'desc',
      limit: 50,
      ...query,
    });
  });

  it.each([
    ['q=x', true],
    ['severity=1', true],
    ['from=2026-11-01', true],
    ['customers=true', true],
    ['tests=true', false],
    ['orderBy=severity&tab=figures', false],
  ])('%s narrows: %s', (text, narrows) => {
    expect(isIncidentFiltered(parse(text))).toBe(narrows);
  });

  it('forgets the filters and nothing else', () => {
    expect(
      formatIncidentParams(
        withoutIncidentFilters(
          parse('tab=figures&q=x&severity=1&orderBy=severity&tests=true'),
        ),
      ).toString(),
    ).toBe('tab=figures&orderBy=severity');
  });
});
