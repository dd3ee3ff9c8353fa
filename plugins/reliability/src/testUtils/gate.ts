import type {
  GateAnswer,
  GateAnswerReason,
  GatePoliciesResponse,
  GateWaiverItem,
  RecordedGateDecision,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  defaultGatePolicies,
  defaultTiers,
  gateFactCatalogue,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { Answers } from './callMock';

const at = '2026-11-20T11:30:00Z';
const entityRef = 'component:default/checkout';

/** A reason that holds, with some of it changed. */
export const gateReason = (
  changed: Partial<GateAnswerReason> = {},
): GateAnswerReason => ({
  kind: 'rule',
  rules: ['budget-spent'],
  title: 'The error budget is spent',
  noun: 'slo',
  decision: 'hold',
  before: 'hold',
  text: 'The error budget of Checkout works is spent: 112 % of it, with 0 % given back for exempt causes',
  facts: [
    {
      path: 'gate.budgetLeft',
      state: 'known',
      value: -12,
      unit: 'percent',
      at,
      source: 'slo',
    },
  ],
  source: 'slo',
  at,
  waivedBy: null,
  ...changed,
});

type Part = GateAnswer['gauge']['parts'][number];

const part = (noun: Part['noun'], room: number | null, text: string): Part => ({
  noun,
  room,
  text,
  source: noun,
  at,
});

/** A gauge with all the room there can be. */
export const gateGauge = (
  changed: Partial<GateAnswer['gauge']> = {},
): GateAnswer['gauge'] => ({
  line: 640,
  binding: 'budget',
  parts: [
    part('budget', 640, '64 % of the error budget is left'),
    part('burn', 1000, 'No SLO burns fast enough to page'),
    part('incidents', 1000, 'No incident goes on'),
    part('oncall', 820, 'On call: 2; 5 of at most 28 pages in 7 days'),
    part('readiness', 900, '18 of 20 required items are met'),
  ],
  ...changed,
});

/** The answer for a service that may change, with some of it changed. */
export const gateAnswer = (changed: Partial<GateAnswer> = {}): GateAnswer => ({
  entityRef,
  title: 'Checkout',
  tier: { id: 'tier-1', name: 'Business critical' },
  policy: { id: 'tier-1', title: 'Policy of tier-1' },
  change: null,
  decision: 'allow',
  state: 'clear',
  headline: 'Allow: nothing speaks against a change',
  reasons: [],
  demands: [],
  gauge: gateGauge(),
  waivers: [],
  exemptions: { count: 0, nextEnd: null },
  givenBack: [],
  canWaive: true,
  maxWaiver: 'P3D',
  decidedAt: at,
  ...changed,
});

/** The same where the budget is spent and an incident goes on. */
export const heldAnswer = (changed: Partial<GateAnswer> = {}): GateAnswer =>
  gateAnswer({
    decision: 'hold',
    state: 'held',
    headline: 'Hold: The error budget of Checkout works is spent',
    reasons: [
      gateReason(),
      gateReason({
        rules: ['open-sev-2'],
        noun: 'incidents',
        decision: 'warn',
        before: 'warn',
        text: 'Open incidents of severity 2: 1',
        source: 'incidents',
        facts: [],
      }),
      gateReason({
        kind: 'unknown',
        rules: ['nobody-on-call'],
        noun: 'oncall',
        decision: 'warn',
        before: 'warn',
        text: 'The rule “Nobody is on call” cannot be judged: oncall.now was last known 3 hours ago, which is too old',
        source: 'oncall',
        facts: [],
      }),
    ],
    demands: [
      'Reliability work first, until there is budget again',
      'A postmortem for every incident that took more than 20 % of the budget',
    ],
    gauge: gateGauge({
      line: 0,
      parts: [
        part('budget', 0, 'The error budget is overspent by 12 %'),
        part('burn', 1000, 'No SLO burns fast enough to page'),
        part('incidents', 250, 'A sev-2 goes on'),
        part('oncall', null, 'What was known of it is too old'),
        part('readiness', 900, '18 of 20 required items are met'),
      ],
    }),
    exemptions: { count: 2, nextEnd: '2026-12-31T00:00:00Z' },
    ...changed,
  });

/** A waiver in force. */
export const gateWaiver = (
  changed: Partial<GateWaiverItem> = {},
): GateWaiverItem => ({
  id: 'w1',
  entityRef,
  serviceTitle: 'Checkout',
  owner: 'group:default/payments',
  rules: ['budget-spent'],
  reason: 'The bank changes its certificates tonight',
  until: '2026-11-21T06:00:00Z',
  by: 'user:default/ada',
  at: '2026-11-20T10:00:00Z',
  state: 'in-force',
  ended: null,
  ...changed,
});

/** The held answer, waived. */
export function waivedAnswer(): GateAnswer {
  const waiver = gateWaiver();
  const { id, by, reason, until } = waiver;
  return heldAnswer({
    decision: 'warn',
    state: 'waived',
    waivers: [waiver],
    reasons: [
      gateReason({ decision: 'warn', waivedBy: { id, by, reason, until } }),
    ],
    givenBack: [
      {
        sloId: 'slo',
        sloTitle: 'Checkout works',
        objectiveId: 'main',
        incidentId: 'pager:1',
        incidentTitle: 'Load test of the season',
        cause: 'Load test',
        share: 0.3,
      },
    ],
  });
}

/** The answer where facts could not be read in time. */
export const lateAnswer = (): GateAnswer =>
  gateAnswer({
    decision: 'warn',
    state: 'unknown',
    reasons: [
      gateReason({
        kind: 'not-in-time',
        noun: null,
        decision: 'warn',
        before: 'warn',
        text: 'What is known of it could not be read within 3 s',
        facts: [],
        source: null,
        at: null,
      }),
    ],
    gauge: { line: null, binding: null, parts: [] },
    canWaive: false,
  });

/** A recorded decision. */
export const recordedDecision = (
  changed: Partial<RecordedGateDecision> = {},
): RecordedGateDecision => ({
  id: 'd1',
  entityRef,
  serviceTitle: 'Checkout',
  owner: 'group:default/payments',
  tier: 'tier-1',
  decision: 'hold',
  state: 'held',
  headline: 'Hold: The error budget of Checkout works is spent',
  reasons: [gateReason()],
  change: 'deploy',
  ref: 'v1.42',
  url: 'https://ci.example/runs/7',
  by: 'user:default/ada',
  at,
  override: null,
  ...changed,
});

/** The policies that ship. */
export const gatePolicies = (): GatePoliciesResponse => ({
  items: defaultGatePolicies(defaultTiers).map(policy => ({
    ...policy,
    title: policy.title ?? policy.id,
    shipped: true,
    tiers: policy.tiers.map(id => ({
      id,
      name: defaultTiers.find(tier => tier.id === id)?.name ?? 'Untiered',
    })),
    rules: policy.rules.map(rule => ({ ...rule, demands: [...rule.demands] })),
    exemptChanges: [...policy.exemptChanges],
    exemptCauses: [...policy.exemptCauses],
  })),
  facts: gateFactCatalogue.map(fact => ({ ...fact })),
  timeout: 'PT3S',
});

/** What the routes of the load line answer where a test is about something else. */
export const gateAnswers: Answers = {
  getGate: async input => gateAnswer({ entityRef: input.entityRef }),
};
