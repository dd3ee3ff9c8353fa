import type { Entity } from '@backstage/catalog-model';
import { screen } from '@testing-library/react';
import { renderAtEntity } from '../../../__testUtils__/renderAtEntity';
import { callMock, type Answers } from '../../../testUtils/callMock';
import {
  rollupFigures,
  rollupGroup,
  rollupsResponse,
} from '../../../testUtils/rollups';
import { GroupReliabilityCard } from './GroupReliabilityCard';

jest.setTimeout(60_000);

const payments: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'payments' },
  spec: { type: 'team', children: [] },
};
const render = (listRollups: Answers['listRollups']) =>
  renderAtEntity(<GroupReliabilityCard />, {
    entity: payments,
    api: { call: callMock({ listRollups }) },
  });

it('sets the group beside all services, by dimension', async () => {
  const listRollups = jest.fn(() => rollupsResponse());
  const { container } = await render(listRollups);
  expect(
    await screen.findByRole('region', {
      name: 'Score of each dimension, of 100',
    }),
  ).toHaveTextContent('Ownership');
  expect(container).toHaveTextContent('Weighted by tier');
  expect(listRollups).toHaveBeenCalledWith({
    query: { by: 'owner', group: ['group:default/payments'], limit: 1 },
  });
  expect(
    screen.getByRole('link', { name: 'Compare with other teams' }),
  ).toHaveAttribute('href', '/reliability/programme/teams');
});

it('says how many there are with the groups below it', async () => {
  const nested = rollupFigures({ services: 40 });
  const { container } = await render(() =>
    rollupsResponse([rollupGroup({ nested })]),
  );
  await screen.findByRole('link', { name: 'Compare with other teams' });
  expect(container).toHaveTextContent('With the groups below it40 services');
});

it('adds nothing where the group is not among the owners', async () => {
  await render(() => rollupsResponse([]));
  await screen.findByRole('list', { name: 'Lowest first' });
  expect(
    screen.queryByRole('link', { name: 'Compare with other teams' }),
  ).not.toBeInTheDocument();
});

it('offers to try again where the figures cannot be read', async () => {
  await render(() => {
    throw new Error('gone');
  });
  expect(
    await screen.findByRole('button', { name: 'Try again' }),
  ).toBeInTheDocument();
  expect(
    screen.getByRole('list', { name: 'Lowest first' }),
  ).toBeInTheDocument();
});
