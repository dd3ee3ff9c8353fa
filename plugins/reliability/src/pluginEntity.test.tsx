import type { Entity } from '@backstage/catalog-model';
import { identityApiRef } from '@backstage/core-plugin-api';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import {
  checkoutEntity,
  mountedRoutes,
  renderAtEntity,
} from './__testUtils__/renderAtEntity';
import {
  EntityGroupFollowUpsCard,
  EntityGroupOncallCard,
  EntityGroupReliabilityCard,
  EntityOncallCard,
  EntityReliabilityCard,
  EntityReliabilityContent,
  MyServicesCard,
  reliabilityApiRef,
} from './index';
import { reliabilityApiMock } from './testUtils';

jest.setTimeout(60_000);

const wait = { timeout: 30_000 };
const group: Entity = { ...checkoutEntity, kind: 'Group' };

describe('the extensions of pages, in the classic frontend', () => {
  it.each<[string, ReactElement, Entity, string]>([
    [
      'tab',
      <EntityReliabilityContent />,
      checkoutEntity,
      'These 2 checks lift the service to Silver',
    ],
    [
      'card',
      <EntityReliabilityCard />,
      checkoutEntity,
      'For Silver: Runbook is linked, and 1 more check',
    ],
    [
      'card of a group',
      <EntityGroupReliabilityCard />,
      group,
      'All 31 services in the ranking',
    ],
    [
      'card of who is on call',
      <EntityOncallCard />,
      checkoutEntity,
      'Who, when, and what is doubtful',
    ],
    [
      'card of the on-call of a group',
      <EntityGroupOncallCard />,
      group,
      'Its services in the directory of on-call',
    ],
    [
      'card of the follow-ups of a group',
      <EntityGroupFollowUpsCard />,
      group,
      'All 2 follow-ups',
    ],
  ])('draws the %s', async (_, element, entity, text) => {
    await renderAtEntity(element, { entity });
    expect(await screen.findByText(text, {}, wait)).toBeInTheDocument();
  });

  it('draws the home page widget in a frame of its own', async () => {
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [reliabilityApiRef, reliabilityApiMock()],
          [
            identityApiRef,
            mockApis.identity({
              ownershipEntityRefs: ['group:default/payments'],
            }),
          ],
        ]}
      >
        <MyServicesCard />
      </TestApiProvider>,
      { mountedRoutes },
    );
    expect(
      await screen.findByRole('list', { name: 'My services' }, wait),
    ).toHaveTextContent('Checkout');
    expect(screen.getAllByText('My services')).toHaveLength(1);
  });
});
