import { recordedMeasure } from './recorded';
import {
  availability,
  events,
  failures,
  objective,
  plain,
  slices,
  sloOf,
  subjectOf,
} from './__testUtils__/subjects';

const END = 1_700_000_123_000;
const windows = [
  { key: '5m', rangeMs: 300_000, endMs: END },
  { key: 'period', rangeMs: 2_592_000_000, endMs: END },
];
const series = (name: string, id: string, slo: string) =>
  `${name}{plimsoll_objective="${id}",plimsoll_slo="component~default~pay~${slo}"}`;
const named = (text: string, w: string, part: string) =>
  `label_replace(label_replace(${text}, "w", "${w}", "", ""), "part", "${part}", "", "")`;

it('events are the mean of the recorded rates times the window', () => {
  const [{ text }] = recordedMeasure(plain, availability.indicator, windows);
  const bad = series('plimsoll:slo_bad:rate5m', '1', 'plain');
  const total = series('plimsoll:slo_total:rate5m', '1', 'plain');
  expect(text.split('\nor ')).toEqual([
    named(`sum(${bad} @ 1700000123) * 300`, '5m', 'bad'),
    named(`sum(${total} @ 1700000123) * 300`, '5m', 'total'),
    named(
      `sum(avg_over_time(${bad}[30d] @ 1700000123)) * 2592000`,
      'period',
      'bad',
    ),
    named(
      `sum(avg_over_time(${total}[30d] @ 1700000123)) * 2592000`,
      'period',
      'total',
    ),
  ]);
});

it('slices are read where they end', () => {
  const sliced = objective('1', 995_000, slices(failures));
  const [{ text }] = recordedMeasure(
    subjectOf(sloOf('sliced', [sliced])),
    sliced.indicator,
    windows.slice(1),
  );
  const bad = series('plimsoll:slo_bad:slice', '1', 'sliced');
  const total = series('plimsoll:slo_total:slice', '1', 'sliced');
  const range = '[2591999999ms:5m] @ 1700000100)';
  expect(text.split('\nor ')).toEqual([
    named(
      `sum_over_time((clamp((sum(${bad}) or sum(${total}) * 0) / (sum(${total}) > 0), 0, 1) - 0.05 > bool 0.000000001)${range}`,
      'period',
      'bad',
    ),
    named(
      `(count_over_time((sum(${total}) > 0)${range} or count_over_time((sum(${total}))${range} * 0)`,
      'period',
      'total',
    ),
  ]);
});

it('objectives that share their events share what is recorded', () => {
  const both = sloOf('plain', [
    availability,
    objective('2', 990_000, events(failures)),
  ]);
  expect(
    recordedMeasure(subjectOf(both), both.objectives[1].indicator, windows),
  ).toEqual(recordedMeasure(plain, availability.indicator, windows));
});

it('an indicator that the SLO does not have was not recorded', () => {
  expect(recordedMeasure(plain, slices(failures), windows)).toEqual([]);
});
