import {
  formatGateParams,
  gateQueryOf,
  isGateFiltered,
  parseGateParams,
  withoutGateFilters,
} from './gateParams';

const parse = (text: string) => parseGateParams(new URLSearchParams(text));

describe('the address of recorded decisions', () => {
  it.each([
    [''],
    ['view=decisions&decision=hold&owner=group%3Adefault%2Fred'],
    ['service=component%3Adefault%2Fpay&overridden=true'],
    ['from=2026-11-01&to=2026-11-20&limit=50&page=2&cursor=x'],
  ])('is read and written: %s', text => {
    expect(formatGateParams(parse(text)).toString()).toBe(text);
  });

  it.each([
    ['decision=maybe'],
    ['from=yesterday&to=2026-13-01'],
    ['overridden=perhaps'],
    ['limit=7&page=3'],
  ])('forgets what makes no sense: %s', text => {
    expect(formatGateParams(parse(text)).toString()).toBe('');
  });

  it('asks for whole days of the reader', () => {
    const { from, to } = gateQueryOf(parse('from=2026-11-01&to=2026-11-01'));
    expect(Date.parse(to!) - Date.parse(from!)).toBe(24 * 3_600_000);
  });

  it('asks for nothing but a page where nothing is chosen', () => {
    expect(gateQueryOf(parse(''))).toEqual({ limit: 25 });
  });

  it('knows whether something narrows it, and takes that away', () => {
    const params = parse('view=x&decision=hold&from=2026-11-01&limit=50');
    expect(isGateFiltered(params)).toBe(true);
    const cleared = withoutGateFilters(params);
    expect(isGateFiltered(cleared)).toBe(false);
    expect(formatGateParams(cleared).toString()).toBe('view=x&limit=50');
  });
});
