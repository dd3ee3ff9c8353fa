import { screen } from '@testing-library/react';
import { renderPage } from '../../../__testUtils__/renderPage';
import { campaignAnswers } from '../../../testUtils/campaigns';
import { callMock } from '../../../testUtils/callMock';
import { CampaignsPage } from './CampaignsPage';

jest.setTimeout(60_000);

// A file of its own: permissions are remembered from one test to the next.

const render = (path: string) =>
  renderPage(<CampaignsPage />, {
    api: { call: callMock(campaignAnswers) },
    allowed: false,
    path,
  });

it('shows the campaigns to those who may not manage them, and no form that a link opens', async () => {
  await render('/?new=true');
  await screen.findByRole('list', { name: 'Campaigns' });
  expect(screen.queryByRole('button', { name: 'New campaign' })).toBeNull();
  expect(screen.queryByRole('dialog')).toBeNull();
});

it.each([
  ['c1', 'Edit'],
  ['ended', 'What would change'],
])('shows them the campaign %s without “%s”', async (id, name) => {
  await render(`/${id}`);
  await screen.findByRole('heading', { name: /tested restore/ });
  expect(screen.queryByRole('button', { name })).toBeNull();
});
