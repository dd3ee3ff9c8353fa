import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage, search } from '../../../__testUtils__/renderPage';
import { callMock, type Answers } from '../../../testUtils/callMock';
import { reportDocument, serviceHandover } from '../../../testUtils/reports';
import { HandoverPage } from './HandoverPage';
import { lastMonths, monthBefore } from './months';
import { PacketPage } from './PacketPage';

jest.setTimeout(60_000);

const SERVICE = 'component:default/checkout';

const answers = (more: Answers = {}): Answers => ({
  getPacket: async () => reportDocument(),
  getHandoverPacket: async () =>
    reportDocument({ title: 'Handover of Checkout' }),
  getHandover: async () => ({
    ...serviceHandover(),
    document: reportDocument({ title: 'As it was' }),
  }),
  listHandovers: async () => ({ items: [serviceHandover()], totalItems: 1 }),
  ...more,
});

describe('the monthly review', () => {
  it('is that of the last month that is over, until another is chosen', async () => {
    const getPacket = jest.fn(async () => reportDocument());
    await renderPage(<PacketPage />, {
      api: { call: callMock(answers({ getPacket })) },
    });
    await screen.findByRole('heading', { name: /Reliability in October/ });
    expect(getPacket).toHaveBeenLastCalledWith({
      month: monthBefore(new Date()),
      query: {},
    });
    const choice = screen.getByLabelText('Month');
    const [now] = within(choice).getAllByRole('option');
    await userEvent.selectOptions(choice, now);
    await waitFor(() => expect(search()).toContain('month='));
    expect(getPacket).toHaveBeenLastCalledWith({
      month: now.getAttribute('value'),
      query: {},
    });
  });

  it('shows sentences and tables, links that can be followed, and what is left out', async () => {
    await renderPage(<PacketPage />, { api: { call: callMock(answers()) } });
    expect(await screen.findAllByRole('table')).toHaveLength(2);
    expect(
      screen.getByRole('link', { name: /PD-7 Checkout is slow/ }),
    ).toHaveAttribute('href', '/reliability/incidents/pd%3A7');
    expect(screen.queryByRole('link', { name: 'Odd link' })).toBeNull();
    expect(screen.getByText(/12 more are left out/)).toBeInTheDocument();
    expect(screen.queryByText('Nothing here')).toBeNull();
  });

  it('says why there is none', async () => {
    await renderPage(<PacketPage />, {
      api: {
        call: callMock(
          answers({
            getPacket: async () => {
              throw new Error('the database is away');
            },
          }),
        ),
      },
    });
    expect(await screen.findByText(/the database is away/)).toBeInTheDocument();
  });
});

describe('the handover of a service', () => {
  const shown = (more?: Answers) =>
    renderPage(<HandoverPage entityRef={SERVICE} />, {
      api: { call: callMock(answers(more)) },
    });

  it('shows the packet as it is, and as it was when it was offered', async () => {
    await shown();
    await screen.findByRole('heading', { name: 'Handover of Checkout' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Packet as it was offered' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'As it was' }),
    ).toBeInTheDocument();
  });

  it('is accepted by one press', async () => {
    const decideHandover = jest.fn(async () => ({
      ...serviceHandover({ state: 'accepted' }),
      document: reportDocument(),
    }));
    await shown({ decideHandover });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Accept' }),
    );
    expect(decideHandover).toHaveBeenCalledWith({
      id: '2026-11-18-1',
      body: { decision: 'accept', conditions: '', version: 1 },
    });
  });

  it('may be answered with what has to be done first', async () => {
    const decideHandover = jest.fn(async () => ({
      ...serviceHandover({ state: 'conditions' }),
      document: reportDocument(),
    }));
    await shown({ decideHandover });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Name conditions' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      within(dialog).getByLabelText(/What has to be done first/),
      'A tested restore',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Name conditions' }),
    );
    expect(decideHandover).toHaveBeenCalledWith({
      id: '2026-11-18-1',
      body: {
        decision: 'conditions',
        conditions: 'A tested restore',
        version: 1,
      },
    });
  });

  it('explains itself where there was none', async () => {
    await shown({
      listHandovers: async () => ({ items: [], totalItems: 0 }),
    });
    expect(await screen.findByText(/was never offered/)).toBeInTheDocument();
  });
});

describe('the months to choose from', () => {
  const january = new Date('2027-01-31T23:30:00Z');
  it('go back over the year', () => {
    const months = lastMonths(january, '2026-12', 'en');
    expect(months.slice(0, 3)).toEqual([
      { id: '2027-01', title: 'January 2027' },
      { id: '2026-12', title: 'December 2026' },
      { id: '2026-11', title: 'November 2026' },
    ]);
    expect(monthBefore(january)).toBe('2026-12');
  });

  it('hold the chosen one however old it is', () => {
    expect(lastMonths(january, '2020-05', 'en').pop()?.id).toBe('2020-05');
  });
});
