import { NotAllowedError } from '@backstage/errors';
import Box from '@material-ui/core/Box';
import { ServicePromise } from '../../src/components/maturity/promises/ServicePromise';
import { TierHonestyPage } from '../../src/components/maturity/promises/TierHonestyPage';
import { callMock, type Answers } from '../../src/testUtils/callMock';
import { defaultAnswers } from '../../src/testUtils/defaultAnswers';
import {
  allPromises,
  honestyList,
  inversionItem,
  promiseList,
  promiseSummary,
  proposalItem,
  servicePromise,
} from '../../src/testUtils/promises';
import { reliabilityApiMock } from '../../src/testUtils/reliabilityApiMock';
import type { StoryDefinition } from '../Story';

const withAnswers = (answers: Answers) =>
  reliabilityApiMock({ call: callMock({ ...defaultAnswers, ...answers }) });

const full = withAnswers({
  listTierHonesty: async ({ query = {} }) =>
    query.kind === 'proposal'
      ? honestyList([
          proposalItem(),
          proposalItem({
            service: {
              entityRef: 'component:default/mail',
              title: 'Mail',
              owner: null,
              tier: { id: 'untiered', name: 'Untiered', rank: null },
            },
            proposal: {
              tier: { id: 'tier-1', name: 'Business critical', rank: 1 },
              direction: 'declare',
              confidence: 'low',
              reasons: [
                {
                  kind: 'incidents',
                  tier: { id: 'tier-1', name: 'Business critical', rank: 1 },
                  sev1: 2,
                  sev2: 0,
                },
              ],
            },
          }),
        ])
      : honestyList([inversionItem()], {
          totalItems: 31,
          nextCursor: 'second',
        }),
  listPromises: async () =>
    promiseList(allPromises(), {
      counts: { broken: 2, tight: 1, unknown: 3, kept: 1 },
    }),
  getServicePromise: async () =>
    servicePromise({ proposal: proposalItem().proposal }),
});

const none = withAnswers({
  listTierHonesty: async () => honestyList([], { computedAt: null }),
});

const failing = (error: () => Error) => {
  const fail = () => Promise.reject(error());
  return withAnswers({
    listTierHonesty: fail,
    listPromises: fail,
    getServicePromise: fail,
  });
};

const hidden = withAnswers({
  getServicePromise: async () =>
    servicePromise({
      promise: promiseSummary({
        dependencies: [],
        hiddenDependencies: 2,
        upperBound: true,
      }),
      burn: [],
    }),
});

const page = <TierHonestyPage />;
const part = (
  <Box p={3}>
    <ServicePromise entityRef="component:default/checkout" />
  </Box>
);
const failed = failing(() => new Error('The database is away'));
const forbidden = failing(() => new NotAllowedError('Not for you'));

export const promiseStories: StoryDefinition[] = [
  { path: 'promises', title: 'Promises', api: full, element: page },
  { path: 'promises-none', title: 'Promises, none', api: none, element: page },
  {
    path: 'promises-failed',
    title: 'Promises, failed',
    api: failed,
    element: page,
  },
  {
    path: 'promises-forbidden',
    title: 'Promises, forbidden',
    api: forbidden,
    element: page,
  },
  {
    path: 'promises-service',
    title: 'Promise of a service',
    api: full,
    element: part,
  },
  {
    path: 'promises-service-none',
    title: 'Promise of a service, nothing known',
    api: none,
    element: part,
  },
  {
    path: 'promises-service-hidden',
    title: 'Promise of a service, hidden dependencies',
    api: hidden,
    element: part,
  },
  {
    path: 'promises-service-failed',
    title: 'Promise of a service, failed',
    api: failed,
    element: part,
  },
];
