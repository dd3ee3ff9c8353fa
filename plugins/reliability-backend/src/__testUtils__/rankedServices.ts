import { ReportParts } from './stored';

const tier = (rank: number) => ({ id: `tier-${rank}`, name: `T${rank}`, rank });

/** Seven services that differ in everything that can be filtered by. */
export const rankedServices: Record<string, ReportParts> = {
  pay: {
    level: 1,
    levelId: 'silver',
    score: 900,
    tier: tier(0),
    outcomes: ['pass', 'pass'],
    service: {
      title: 'Payments 100%',
      owner: 'group:default/pay_team',
      system: 'system:default/checkout',
      domain: 'domain:default/sales',
    },
  },
  cart: {
    level: 0,
    levelId: 'bronze',
    score: 600,
    tier: tier(1),
    outcomes: ['pass', 'fail'],
    attention: ['odd'],
    service: {
      title: 'O\'Cart "new"',
      owner: 'group:default/shop',
      system: 'system:default/checkout',
      domain: 'domain:default/sales',
    },
  },
  mail: {
    score: 600,
    coverage: 500,
    tier: tier(1),
    outcomes: ['fail', 'unknown'],
    service: {
      title: 'Mail\\out',
      owner: 'group:default/payxteam',
      system: 'system:default/post',
      domain: undefined,
    },
  },
  logs: {
    score: 0,
    outcomes: ['exempt', 'not-applicable'],
    service: { title: 'Logs', owner: undefined },
  },
  stale: {
    score: 100,
    outcomes: ['pass', 'fail'],
    scorecardHash: 'old',
    service: { title: 'Payments 1000', owner: 'group:default/shop' },
  },
  säge: {
    score: 100,
    service: { title: 'ÄRGER', owner: 'user:default/zoë' },
  },
  other: { scorecardId: 'security', score: 1000 },
};
