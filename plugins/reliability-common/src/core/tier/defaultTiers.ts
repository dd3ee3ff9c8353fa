import { Tier } from './tier';

/**
 * The tiers that ship. The targets are what teams of that kind commonly hold: at 99.95 % a
 * 30-day window has 21.6 minutes of budget, less than one slow human response, hence two
 * escalation levels and a five-minute acknowledgement; at 99 % it has 7.2 hours, which a
 * team in office hours can live with.
 *
 * @public
 */
export const defaultTiers: readonly Tier[] = [
  {
    id: 'tier-0',
    name: 'Mission critical',
    description:
      'When it is down the company is down: customers cannot buy, sign in or be served, or other tiers fail with it.',
    rank: 0,
    contract: {
      sloTarget: 99.95,
      rto: 'PT15M',
      rpo: 'PT5M',
      oncall: {
        coverage: '24x7',
        minResponders: 4,
        minLevels: 2,
        acknowledge: 'PT5M',
      },
      postmortem: { severities: [1, 2], draft: 'PT48H', publish: 'P7D' },
      slo: { atRiskBelow: 50, alerts: ['page', 'ticket'] },
      reviewEvery: 'P90D',
    },
  },
  {
    id: 'tier-1',
    name: 'Business critical',
    description:
      'An outage costs revenue or trust within the hour; a workaround may carry part of the load.',
    rank: 1,
    contract: {
      sloTarget: 99.9,
      rto: 'PT1H',
      rpo: 'PT15M',
      oncall: {
        coverage: '24x7',
        minResponders: 4,
        minLevels: 2,
        acknowledge: 'PT10M',
      },
      postmortem: { severities: [1, 2], draft: 'P3D', publish: 'P10D' },
      slo: { atRiskBelow: 25, alerts: ['page', 'ticket'] },
      reviewEvery: 'P180D',
    },
  },
  {
    id: 'tier-2',
    name: 'Business operational',
    description:
      'People notice and work slower; the business goes on until the next working day.',
    rank: 2,
    contract: {
      sloTarget: 99.5,
      rto: 'PT8H',
      rpo: 'PT4H',
      oncall: {
        coverage: 'business-hours',
        minResponders: 3,
        minLevels: 1,
        acknowledge: 'PT1H',
      },
      postmortem: { severities: [1], draft: 'P5D', publish: 'P14D' },
      slo: { atRiskBelow: 20, alerts: ['ticket'] },
      reviewEvery: 'P365D',
    },
  },
  {
    id: 'tier-3',
    name: 'Supporting',
    description:
      'Internal or replaceable: an outage of a few days is an inconvenience.',
    rank: 3,
    contract: {
      sloTarget: 99,
      rto: 'P3D',
      rpo: 'P1D',
      oncall: {
        coverage: 'best-effort',
        minResponders: 2,
        minLevels: 1,
        acknowledge: 'P1D',
      },
      postmortem: { severities: [1], draft: 'P10D', publish: 'P30D' },
      slo: { atRiskBelow: 10, alerts: [] },
      reviewEvery: 'P365D',
    },
  },
];
