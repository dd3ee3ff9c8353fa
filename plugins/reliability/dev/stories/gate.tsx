import type { Entity } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import type { GateAnswer } from '@plimsoll/backstage-plugin-reliability-common';
import { EntityReliabilityCard } from '../../src/components/maturity/EntityReliabilityCard';
import { GatePage } from '../../src/components/maturity/gate/GatePage';
import { LoadLineCard } from '../../src/components/maturity/gate/LoadLineCard';
import { callMock, type Answers } from '../../src/testUtils/callMock';
import {
  gateAnswer,
  gatePolicies,
  gateReason,
  gateWaiver,
  heldAnswer,
  lateAnswer,
  recordedDecision,
  waivedAnswer,
} from '../../src/testUtils/gate';
import { reliabilityApiMock } from '../../src/testUtils/reliabilityApiMock';
import type { StoryDefinition } from '../Story';

const SERVICE = 'component:default/checkout';
const checkout: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', namespace: 'default', title: 'Checkout' },
  spec: { type: 'service', owner: 'group:default/payments' },
};

const withAnswers = (answers: Answers) =>
  reliabilityApiMock({ call: callMock(answers) });
const at = (answer: GateAnswer) =>
  withAnswers({
    getGate: async () => answer,
    createGateWaiver: async () => gateWaiver(),
    endGateWaiver: async () => gateWaiver({ state: 'ended' }),
  });
const failing = async () => {
  throw new Error('the database is gone');
};
const forbidding = async () => {
  throw new NotAllowedError('no');
};

const answers: Record<string, GateAnswer> = {
  allow: gateAnswer(),
  hold: heldAnswer(),
  waived: waivedAnswer(),
  late: lateAnswer(),
  warn: gateAnswer({
    decision: 'warn',
    state: 'caution',
    reasons: [
      gateReason({
        rules: ['budget-low'],
        decision: 'warn',
        before: 'warn',
        text: '18 % of the error budget of Checkout works is left',
      }),
    ],
    demands: ['Smaller changes, and one at a time'],
    canWaive: false,
    gauge: { ...gateAnswer().gauge, line: 180 },
  }),
};

const decisions = [
  recordedDecision({
    override: {
      by: 'user:default/anna.berg',
      at: '2026-11-20T11:35:00Z',
      reason: 'The bank turns the old interface off at noon.',
    },
  }),
  recordedDecision({
    id: 'd2',
    serviceTitle: 'Letters',
    entityRef: 'component:default/letters',
    decision: 'allow',
    state: 'clear',
    headline: 'Allow: nothing speaks against a change',
    by: 'external:ci',
    url: null,
  }),
  recordedDecision({
    id: 'd3',
    serviceTitle: 'A service with quite a long title that goes on and on',
    decision: 'warn',
    state: 'unknown',
    headline:
      'Warn: The rule “Nobody is on call” cannot be judged: oncall.now was last known 3 hours ago, which is too old; and 2 more',
    change: null,
    ref: null,
    url: null,
  }),
];
const waivers = [
  gateWaiver(),
  gateWaiver({
    id: 'w2',
    serviceTitle: 'Letters',
    rules: null,
    state: 'ended',
    ended: {
      by: 'user:default/bob',
      at: '2026-11-20T12:00:00Z',
      reason: 'The launch is over',
    },
  }),
];

const pages: Record<string, Answers> = {
  full: {
    listGateDecisions: async () => ({ items: decisions, totalItems: 3 }),
    listGateWaivers: async () => ({ items: waivers, totalItems: 2 }),
    getGatePolicies: async () => gatePolicies(),
  },
  empty: {
    listGateDecisions: async () => ({ items: [], totalItems: 0 }),
    listGateWaivers: async () => ({ items: [], totalItems: 0 }),
    getGatePolicies: async () => gatePolicies(),
  },
  failed: {
    listGateDecisions: failing,
    listGateWaivers: failing,
    getGatePolicies: failing,
  },
  forbidden: {
    listGateDecisions: forbidding,
    listGateWaivers: forbidding,
    getGatePolicies: forbidding,
  },
};

const card = <LoadLineCard entityRef={SERVICE} />;

export const gateStories: StoryDefinition[] = [
  ...Object.entries(answers).map(([name, answer]) => ({
    path: `gate-card-${name}`,
    title: `Load line: ${name}`,
    api: at(answer),
    element: card,
  })),
  ...Object.entries({ failed: failing, forbidden: forbidding }).map(
    ([name, getGate]) => ({
      path: `gate-card-${name}`,
      title: `Load line: ${name}`,
      api: withAnswers({ getGate }),
      element: card,
    }),
  ),
  ...Object.entries({ ...answers, failed: undefined }).map(
    ([name, answer]) => ({
      path: `gate-small-${name}`,
      title: `Load line, small: ${name}`,
      api: answer ? at(answer) : withAnswers({ getGate: failing }),
      element: (
        <EntityProvider entity={checkout}>
          <div style={{ maxWidth: 460 }}>
            <EntityReliabilityCard />
          </div>
        </EntityProvider>
      ),
    }),
  ),
  ...Object.entries(pages).map(([name, found]) => ({
    path: `gate-page-${name}`,
    title: `Load line, page: ${name}`,
    api: withAnswers(found),
    element: <GatePage />,
  })),
];
