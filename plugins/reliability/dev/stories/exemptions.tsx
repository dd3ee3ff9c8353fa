import { NotAllowedError } from '@backstage/errors';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { EntityReliabilityContent } from '../../src/components/maturity/EntityReliabilityContent';
import { ExemptionsPage } from '../../src/components/maturity/exemptions/ExemptionsPage';
import {
  exemptionInForce,
  exemptionItem,
  exemptionList,
  exemptionStory,
  waiverDebtAnswer,
} from '../../src/testUtils/exemptions';
import { callMock, type Answers } from '../../src/testUtils/callMock';
import { defaultAnswers } from '../../src/testUtils/defaultAnswers';
import { reliabilityApiMock } from '../../src/testUtils/reliabilityApiMock';
import type { StoryDefinition } from '../Story';

const withAnswers = (answers: Answers) =>
  reliabilityApiMock({ call: callMock({ ...defaultAnswers, ...answers }) });

const counts = { requested: 2, forMe: 1, approved: 3, expiring: 1, over: 4 };
const may = {
  approve: false,
  deny: false,
  revoke: false,
  withdraw: true,
  renew: false,
};

const requested = [
  exemptionItem(),
  exemptionItem({
    id: 'e5',
    requestedBy: 'user:default/anna.berg',
    service: {
      entityRef: 'component:default/ledger',
      title: 'Ledger of all accounts and their movements since 1998',
      owner: 'group:default/data',
      tier: { id: 'untiered', name: 'Untiered', rank: null },
    },
    may,
  }),
];

const inForce = [
  exemptionInForce({ until: '2026-11-28', endsAt: '2026-11-29T00:00:00.000Z' }),
  exemptionInForce({ id: 'e3', renewals: 0, renews: null }),
  exemptionInForce({
    id: 'configuration-1',
    from: 'configuration',
    requestedBy: null,
    requestedAt: null,
    decidedBy: 'group:default/sre',
    decidedAt: null,
    since: null,
    renewals: 0,
    may: { ...may, withdraw: false },
  }),
];

const over = [
  exemptionInForce({
    id: 'e6',
    state: 'revoked',
    note: 'The restore was tested after all.',
    endsAt: '2026-11-10T09:00:00.000Z',
    may: { ...may, withdraw: false },
  }),
  exemptionInForce({
    id: 'e7',
    state: 'expired',
    renewedBy: 'e2',
    endsAt: '2026-10-20T09:00:00.000Z',
    may: { ...may, withdraw: false },
  }),
];

const full = withAnswers({
  listExemptions: async ({ query = {} }) => {
    if (query.forMe) return exemptionList([requested[0]], { counts });
    const states = [query.state].flat();
    if (states.includes('expired')) return exemptionList(over, { counts });
    if (query.expiring) return exemptionList(inForce.slice(0, 1), { counts });
    return exemptionList(states.includes('requested') ? requested : inForce, {
      counts,
    });
  },
  listWaiverDebt: async () => waiverDebtAnswer(),
  getExemption: async ({ id }) =>
    exemptionStory(
      id === 'e1' ? {} : { exemption: inForce[0], failingSince: null },
    ),
  requestExemption: async () => exemptionItem(),
  decideExemption: async () => exemptionInForce(),
});

const empty = withAnswers({
  listExemptions: async () => exemptionList(),
  listWaiverDebt: async () => waiverDebtAnswer({ items: [], totalItems: 0 }),
});

const failing = (error: () => Error) => {
  const fail = () => Promise.reject(error());
  return withAnswers({ listExemptions: fail, listWaiverDebt: fail });
};

const atCheck = withAnswers({
  listExemptions: async () => exemptionList([exemptionItem()], { counts }),
  requestExemption: async () => exemptionItem(),
});

const checkout = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', namespace: 'default', title: 'Checkout' },
  spec: { type: 'service', owner: 'group:default/payments' },
};

const page = <ExemptionsPage />;

export const exemptionStories: StoryDefinition[] = [
  { path: 'exemptions', title: 'Exemptions', api: full, element: page },
  {
    path: 'exemptions-none',
    title: 'Exemptions, none',
    api: empty,
    element: page,
  },
  {
    path: 'exemptions-failed',
    title: 'Exemptions, failed',
    api: failing(() => new Error('The database is away')),
    element: page,
  },
  {
    path: 'exemptions-forbidden',
    title: 'Exemptions, forbidden',
    api: failing(() => new NotAllowedError('Not for you')),
    element: page,
  },
  {
    path: 'exemptions-check',
    title: 'Exemption at a check',
    api: atCheck,
    element: (
      <EntityProvider entity={checkout}>
        <EntityReliabilityContent />
      </EntityProvider>
    ),
  },
];
