import { screen } from '@testing-library/react';
import { renderPage } from '../../../__testUtils__/renderPage';
import { callMock } from '../../../testUtils/callMock';
import { reportDocument, serviceHandover } from '../../../testUtils/reports';
import { HandoverPage } from './HandoverPage';

jest.setTimeout(60_000);

// A file of its own: permissions are remembered from one test to the next.

it('a handover is only read by who may not hand over', async () => {
  await renderPage(<HandoverPage entityRef="component:default/checkout" />, {
    allowed: false,
    api: {
      call: callMock({
        getHandoverPacket: async () => reportDocument(),
        listHandovers: async () => ({
          items: [serviceHandover()],
          totalItems: 1,
        }),
      }),
    },
  });
  await screen.findByRole('button', { name: 'Packet as it was offered' });
  expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull();
  expect(
    screen.queryByRole('button', { name: 'Offer to another team' }),
  ).toBeNull();
});
