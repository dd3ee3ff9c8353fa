import { screen } from '@testing-library/react';
import { renderPage } from '../../../__testUtils__/renderPage';
import { campaign, campaignService } from '../../../testUtils/campaigns';
import { callMock, type Answers } from '../../../testUtils/callMock';
import { ServiceCampaigns } from './ServiceCampaigns';

jest.setTimeout(60_000);

const REF = 'component:default/ledger';
const at = '2026-11-20T12:00:00Z';
const { left } = campaignService('ledger');

const render = (getServiceCampaigns: Answers['getServiceCampaigns']) =>
  renderPage(<ServiceCampaigns entityRef={REF} />, {
    api: { call: callMock({ getServiceCampaigns }) },
  });

it('says which campaigns ask something of a service, until when, and what is left', async () => {
  await render(({ entityRef }) => ({
    at,
    items:
      entityRef === REF
        ? [
            { ...campaign(), state: 'open', left },
            {
              ...campaign({ id: 'c2', title: 'Owners' }),
              state: 'done',
              left: [],
            },
          ]
        : [],
  }));
  const list = await screen.findByRole('list', {
    name: '2 campaigns ask something of this service',
  });
  expect(list).toHaveTextContent(
    /tested restore.*due .*2027.*Open.*A restore was tested.*Owners.*Done.*Nothing is left/,
  );
  expect(screen.getByRole('link', { name: 'Owners' })).toHaveAttribute(
    'href',
    '/reliability/programme/campaigns/c2',
  );
});

it('is not there where no campaign asks for anything', async () => {
  const asked = jest.fn(() => ({ at, items: [] }));
  await render(asked);
  expect(asked).toHaveBeenCalled();
  expect(screen.queryByRole('list')).toBeNull();
});

it('says that it could not be loaded', async () => {
  await render(() => Promise.reject(new Error('locked')));
  expect(await screen.findByText(/locked/)).toBeInTheDocument();
});
