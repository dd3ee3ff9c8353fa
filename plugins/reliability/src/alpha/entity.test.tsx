import type { Entity } from '@backstage/catalog-model';
import { coreExtensionData } from '@backstage/frontend-plugin-api';
import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import plugin from '../alpha';
import { reliabilityApiRef } from '../api';
import { reliabilityApiMock } from '../testUtils';

jest.setTimeout(60_000);

const wait = { timeout: 30_000 };
const entityOf = (kind: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'checkout' },
  spec: {},
});

/** All cards and the only tab of an entity of this kind, one below the other. */
const render = (kind: string) =>
  renderTestApp({
    extensions: [createTestEntityPage({ entity: entityOf(kind) })],
    features: [plugin],
    apis: [[reliabilityApiRef, reliabilityApiMock()]],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });

describe('the extensions of an entity page, in the new frontend system', () => {
  it('puts the card on the overview of a component', async () => {
    render('Component');
    expect(
      await screen.findByText(
        'For Silver: Runbook is linked, and 1 more check',
        {},
        wait,
      ),
    ).toBeInTheDocument();
    expect(
      screen.queryByText('Reliability of its services'),
    ).not.toBeInTheDocument();
  });

  it('puts the card of its services on the page of a group', async () => {
    render('Group');
    expect(
      await screen.findByText('Reliability of its services', {}, wait),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('All 31 services in the ranking', {}, wait),
    ).toBeInTheDocument();
  });

  it('puts who is on call on the overview of a component', async () => {
    render('Component');
    expect(
      await screen.findByRole(
        'link',
        { name: 'Who, when, and what is doubtful' },
        wait,
      ),
    ).toBeInTheDocument();
  });

  it('puts the on-call of its services on the page of a group', async () => {
    render('Group');
    expect(
      await screen.findByText('On-call of its services', {}, wait),
    ).toBeInTheDocument();
  });

  it('puts the open follow-ups on the page of a group', async () => {
    render('Group');
    expect(
      await screen.findByText('Our open follow-ups', {}, wait),
    ).toBeInTheDocument();
  });

  it('has a tab at /reliability', async () => {
    expect(
      createExtensionTester(
        plugin.getExtension('entity-content:reliability'),
      ).get(coreExtensionData.routePath),
    ).toBe('/reliability');
    render('Component');
    expect(
      await screen.findByRole(
        'heading',
        { name: 'These 2 checks lift the service to Silver' },
        wait,
      ),
    ).toBeInTheDocument();
  });
});
