import type { CheckReport } from '@plimsoll/backstage-plugin-reliability-common';
import { NOW } from './levels';

/** One check of a report; passes unless told otherwise. */
export function checkReport(overrides: Partial<CheckReport> = {}): CheckReport {
  return {
    id: 'runbook',
    title: 'Runbook is linked',
    level: 'silver',
    dimension: 'response',
    weight: 3,
    outcome: 'pass',
    enforcement: 'enforced',
    expected: 'entity.links.runbook > 0',
    actual: [
      {
        path: 'entity.links.runbook',
        state: 'known',
        value: 1,
        unit: 'links',
        at: NOW,
        source: 'catalog',
      },
    ],
    at: NOW,
    source: 'catalog',
    why: 'A responder who never saw this service needs the first five steps in writing.',
    fix: 'Add a link of type `runbook` to `metadata.links`.',
    ...overrides,
  };
}

/** One check of every outcome and enforcement. */
export function everyCheck(): CheckReport[] {
  return [
    checkReport({
      id: 'owner-exists',
      title: 'A team in the catalog owns it',
      level: 'bronze',
      dimension: 'ownership',
      expected: 'entity.ownerKind == "group" && entity.ownerExists',
      actual: [
        {
          path: 'entity.ownerKind',
          state: 'known',
          value: 'group',
          at: NOW,
          source: 'catalog',
        },
        {
          path: 'entity.ownerExists',
          state: 'known',
          value: true,
          at: NOW,
          source: 'catalog',
        },
      ],
    }),
    checkReport({
      outcome: 'fail',
      actual: [
        {
          path: 'entity.links.runbook',
          state: 'known',
          value: 0,
          unit: 'links',
          at: NOW,
          source: 'catalog',
        },
      ],
    }),
    checkReport({
      id: 'pageable',
      title: 'Somebody can be paged',
      outcome: 'unknown',
      when: 'tier.rank <= 2',
      expected: 'facts["pager/responders"] >= 4',
      reason: {
        kind: 'stale',
        text: 'facts["pager/responders"] is older than 2 days',
      },
      actual: [
        {
          path: 'facts["pager/responders"]',
          state: 'stale',
          value: 4,
          unit: 'people',
          at: '2026-11-12T09:00:00.000Z',
          source: 'pager',
        },
      ],
      at: '2026-11-12T09:00:00.000Z',
      source: 'pager',
    }),
    checkReport({
      id: 'load-tested',
      title: 'Load test has run',
      dimension: 'capacity',
      outcome: 'unknown',
      expected: 'facts["ci/load-test-passed"] == true',
      reason: {
        kind: 'absent',
        text: 'facts["ci/load-test-passed"] was never reported',
      },
      actual: [{ path: 'facts["ci/load-test-passed"]', state: 'absent' }],
      at: undefined,
      source: undefined,
    }),
    checkReport({
      id: 'dashboard',
      title: 'Dashboard is linked',
      dimension: 'observability',
      outcome: 'exempt',
      expected: 'entity.links.dashboard > 0',
      reason: {
        kind: 'exempt',
        text: 'Moves to the new observability stack in January',
        until: '2027-01-31',
        approvedBy: 'user:default/ines.moreau',
      },
      actual: [
        {
          path: 'entity.links.dashboard',
          state: 'known',
          value: 0,
          unit: 'links',
          at: NOW,
          source: 'catalog',
        },
      ],
    }),
    checkReport({
      id: 'logs',
      title: 'Logs are linked',
      level: 'gold',
      dimension: 'observability',
      outcome: 'not-applicable',
      when: 'tier.rank <= 1',
      expected: 'entity.links.logs > 0',
      actual: [
        {
          path: 'tier.rank',
          state: 'known',
          value: 3,
          at: NOW,
          source: 'configuration',
        },
      ],
    }),
    checkReport({
      id: 'domain-known',
      title: 'Its system belongs to a domain',
      level: 'gold',
      dimension: 'architecture',
      outcome: 'pass',
      expected: 'entity.domain != ""',
      actual: [
        {
          path: 'entity.domain',
          state: 'known',
          value: 'domain:default/commerce',
          at: NOW,
          source: 'catalog',
        },
      ],
    }),
    checkReport({
      id: 'chaos-day',
      title: 'Took part in a chaos day',
      level: 'gold',
      dimension: 'response',
      outcome: 'fail',
      enforcement: 'scheduled',
      enforceFrom: '2027-03-01',
    }),
    checkReport({
      id: 'slo-declared',
      title: 'Declares an objective',
      level: 'gold',
      dimension: 'objectives',
      outcome: 'unknown',
      enforcement: 'planned',
      reason: { kind: 'absent', text: 'slo.count was never reported' },
      actual: [{ path: 'slo.count', state: 'absent' }],
      at: undefined,
      source: undefined,
    }),
  ];
}
