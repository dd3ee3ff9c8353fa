import {
  formatHeatmapParams,
  heatmapQueryOf,
  parseHeatmapParams,
} from './heatmapParams';

const parse = (text: string) => parseHeatmapParams(new URLSearchParams(text));

it('shows dimensions, the worst services first', () => {
  expect(parse('')).toMatchObject({
    columns: 'dimensions',
    sort: 'asIs',
    orderBy: 'rank',
    order: 'desc',
  });
});

it.each([
  '',
  'columns=checks&sort=worst',
  'tier=tier-0&orderBy=title&order=asc',
  'check=runbook&outcome=unknown&limit=100',
])('writes the address "%s" as it was', text => {
  const written = formatHeatmapParams(parse(text));
  expect([...written].sort()).toEqual([...new URLSearchParams(text)].sort());
});

it('takes what makes no sense as not given', () => {
  expect(parse('columns=x&sort=y&order=z')).toEqual(parse(''));
});

it('asks for the columns', () => {
  expect(heatmapQueryOf(parse('columns=checks'))).toEqual({
    orderBy: 'rank',
    order: 'desc',
    limit: 50,
    columns: 'checks',
  });
});
