import { incidentOf, INCIDENT_TIMES, timesOf } from '../../testUtils';
import {
  countsForFigures,
  incidentStatuses,
  isOpen,
  startedAt,
} from './incident';

it('is worked on until it is resolved', () => {
  expect(incidentStatuses.filter(isOpen)).toEqual([
    'triage',
    'open',
    'acknowledged',
    'mitigated',
  ]);
});

it.each([
  ['a resolved one', {}, true],
  ['an open one', { status: 'open' as const }, true],
  ['an exercise does not', { isTest: true }, false],
  ['a merged one does not', { status: 'merged' as const }, false],
  ['a declined one does not', { status: 'declined' as const }, false],
])('counts: %s', (_, changed, counts) => {
  expect(countsForFigures(incidentOf(changed))).toBe(counts);
});

describe('began', () => {
  it.each([
    ['when it was declared', INCIDENT_TIMES, INCIDENT_TIMES.declared],
    ['with its impact', { detected: 7, impactStart: 5 }, 5],
    ['when it was detected', { resolved: 9, detected: 7 }, 7],
    ['when it was acknowledged', { acknowledged: 8, resolved: 9 }, 8],
    ['when it was resolved, for all we know', { resolved: 9 }, 9],
    ['nobody knows when', {}, undefined],
  ])('%s', (_, stamps, at) => {
    expect(startedAt({ stamps: timesOf(stamps) })).toBe(at);
  });
});
