import { ConflictError, NotAllowedError } from '@backstage/errors';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage, search } from '../../../__testUtils__/renderPage';
import { callMock, type Answers } from '../../../testUtils/callMock';
import {
  exemptionInForce,
  exemptionItem,
  exemptionList,
  exemptionStory,
  waiverDebtAnswer,
} from '../../../testUtils/exemptions';
import { ExemptionsPage } from './ExemptionsPage';

jest.setTimeout(60_000);

const counts = { requested: 1, forMe: 1, approved: 2, expiring: 1, over: 4 };

async function render(answers: Answers = {}, path = '/') {
  const listExemptions = jest.fn(async ({ query = {} }) =>
    exemptionList(query.forMe ? [exemptionItem()] : [exemptionInForce()], {
      counts,
    }),
  );
  const decideExemption = jest.fn(async () => exemptionInForce());
  const requestExemption = jest.fn(async () => exemptionItem());
  const listWaiverDebt = jest.fn(async () => waiverDebtAnswer());
  await renderPage(<ExemptionsPage />, {
    path,
    api: {
      call: callMock({
        listExemptions,
        listWaiverDebt,
        decideExemption,
        requestExemption,
        getExemption: async () => exemptionStory(),
        ...answers,
      }),
    },
  });
  return { listExemptions, decideExemption, requestExemption, listWaiverDebt };
}

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));
const listNamed = (name: string) => screen.findByRole('list', { name });

describe('the page of exemptions', () => {
  it('shows first what waits for the reader, with all that it is about', async () => {
    await render();
    const waiting = await listNamed('Requests that wait for you');
    expect(waiting).toHaveTextContent(
      /Checkout.*Runbook is linked \(Reliability maturity\).*Mission critical.*Asked for.*The check now:.*Fail/,
    );
    expect(waiting).toHaveTextContent(/The runbook moves to the new wiki/);
    expect(waiting).toHaveTextContent(/Until Jan 31, 2027 .*Weight 3/);
  });

  it('shows what is in force, until when, and how often it was renewed', async () => {
    await render();
    expect(await listNamed('Exemptions')).toHaveTextContent(
      /In force.*Approved by .*moreau.*Renewed 2 times/,
    );
  });

  it.each([
    [
      'Asked for (1)',
      { state: ['requested'], orderBy: 'requested' },
      'requested',
    ],
    ['End within 14 days (1)', { expiring: 'true' }, 'expiring'],
    [
      'Over (4)',
      { state: ['expired', 'denied', 'revoked', 'withdrawn'], order: 'desc' },
      'over',
    ],
  ])('asks for %s and says so in the address', async (name, query, show) => {
    const { listExemptions } = await render();
    await press(name);
    await waitFor(() =>
      expect(listExemptions).toHaveBeenLastCalledWith({
        query: expect.objectContaining(query),
      }),
    );
    expect(search()).toBe(`?show=${show}`);
    expect(await screen.findByRole('button', { name })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  it('is approved by somebody who saw since when it fails and what happened', async () => {
    const { decideExemption, listExemptions, listWaiverDebt } = await render();
    await press('Decide on Runbook is linked of Checkout');
    const dialog = screen.getByRole('dialog');
    await waitFor(() =>
      expect(dialog).toHaveTextContent(
        /Fails since.*Sep 1, 2026 .*Never; this is the first request.*3 incidents, 42 % of an error budget spent, 1 of them not measured.*Cards are refused.*SEV1/,
      ),
    );
    expect(dialog).toHaveTextContent(
      /Until Jan 31, 2027 the check counts as met/,
    );
    const before = listExemptions.mock.calls.length;
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Approve' }),
    );
    expect(decideExemption).toHaveBeenCalledWith({
      id: 'e1',
      body: { decision: 'approve', note: '', version: 1 },
    });
    expect(
      await screen.findByText(/The exemption is approved/),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(listExemptions.mock.calls.length).toBe(before + 2),
    );
    expect(listWaiverDebt).toHaveBeenCalledTimes(2);
  });

  it('is denied only with a reason', async () => {
    const { decideExemption } = await render();
    await press('Decide on Runbook is linked of Checkout');
    const dialog = screen.getByRole('dialog');
    await userEvent.click(within(dialog).getByLabelText('Deny'));
    const deny = within(dialog).getByRole('button', { name: 'Deny' });
    await userEvent.click(deny);
    expect(dialog).toHaveTextContent('Say why.');
    expect(decideExemption).not.toHaveBeenCalled();
    fireEvent.change(within(dialog).getByLabelText(/^Note/), {
      target: { value: 'Write it down first' },
    });
    await userEvent.click(deny);
    expect(decideExemption).toHaveBeenCalledWith({
      id: 'e1',
      body: { decision: 'deny', note: 'Write it down first', version: 1 },
    });
  });

  it.each([
    [
      new ConflictError('it was denied by Bob'),
      /It changed since.*denied by Bob/,
    ],
    [new NotAllowedError('no'), /You may not decide this/],
    [new Error('gone'), /Not stored: .*gone/],
  ])('says why a decision is not stored: %s', async (error, words) => {
    await render({ decideExemption: () => Promise.reject(error) });
    await press('Revoke the exemption from A restore was tested of Checkout');
    const dialog = screen.getByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText(/^Note/), {
      target: { value: 'It was tested' },
    });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Revoke' }),
    );
    await waitFor(() => expect(dialog).toHaveTextContent(words));
  });

  it('is renewed by a request that names it', async () => {
    const { requestExemption } = await render();
    await press(
      'Ask for a renewal of the exemption from A restore was tested of Checkout',
    );
    const dialog = screen.getByRole('dialog');
    expect(dialog).toHaveTextContent(/Somebody else has to approve it first/);
    fireEvent.change(within(dialog).getByLabelText(/^Last day/), {
      target: { value: '2099-01-31' },
    });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Ask' }));
    expect(requestExemption).toHaveBeenCalledWith({
      body: expect.objectContaining({
        check: 'restore',
        until: '2099-01-31',
        renews: 'e2',
      }),
    });
  });

  it('tells its story', async () => {
    await render();
    await press('Story of the exemption from Runbook is linked of Checkout');
    const dialog = screen.getByRole('dialog');
    await waitFor(() =>
      expect(dialog).toHaveTextContent(
        /What was done.*asked, .*: The runbook moves to the new wiki\./,
      ),
    );
  });

  it('says what teams owe, what is not known, and narrows the list to a team', async () => {
    const { listExemptions, listWaiverDebt } = await render();
    const table = await screen.findByRole('table', {
      name: 'Waiver debt of each team',
    });
    const cells = within(table)
      .getAllByRole('row')
      .map(row => row.textContent);
    expect(cells[1]).toMatch(/payments4\D*3\D*941 days200 days31263 %/i);
    expect(cells[2]).toMatch(/1 without a date.*not measured/);
    expect(cells[3]).toMatch(/No owner.*not knownnot known/);
    expect(cells[0]).toMatch(/Median ageOldest/);
    expect(cells[4]).toMatch(/^All7/);
    await userEvent.click(within(table).getByRole('button', { name: /data/ }));
    await waitFor(() =>
      expect(listExemptions).toHaveBeenLastCalledWith({
        query: expect.objectContaining({ owner: ['group:default/data'] }),
      }),
    );
    await press('Show those of all services');
    await waitFor(() => expect(search()).toBe(''));
    await userEvent.click(screen.getByLabelText(/Count the groups below/));
    await waitFor(() =>
      expect(listWaiverDebt).toHaveBeenLastCalledWith({
        query: expect.objectContaining({ nested: 'true' }),
      }),
    );
  });

  it('has a face where there is nothing', async () => {
    await render({
      listExemptions: async () => exemptionList(),
      listWaiverDebt: async () => waiverDebtAnswer({ items: [] }),
    });
    for (const words of [
      'No request waits for you.',
      'Nothing is exempt: every check counts.',
      'No team owes anything: nothing is exempt.',
    ]) {
      expect(await screen.findByText(words)).toBeInTheDocument();
    }
  });

  it('can be tried again where it failed', async () => {
    let fails = true;
    await render({
      listWaiverDebt: async () => {
        if (fails) throw new Error('away');
        return waiverDebtAnswer();
      },
    });
    fails = false;
    await press(/again/i);
    expect(
      await screen.findByRole('table', { name: 'Waiver debt of each team' }),
    ).toBeInTheDocument();
  });
});
