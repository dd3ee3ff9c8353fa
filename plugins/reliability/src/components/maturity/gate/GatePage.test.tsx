import { NotAllowedError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage, search } from '../../../__testUtils__/renderPage';
import { callMock, type Answers } from '../../../testUtils/callMock';
import {
  gatePolicies,
  gateWaiver,
  recordedDecision,
} from '../../../testUtils/gate';
import { GatePage } from './GatePage';

jest.setTimeout(60_000);

const page = <T,>(...items: T[]) => ({ items, totalItems: items.length });
const renderGate = (answers: Answers, path = '/') =>
  renderPage(<GatePage />, { path, api: { call: callMock(answers) } });

const overridden = recordedDecision({
  override: {
    by: 'user:default/bob',
    at: '2026-11-20T11:40:00Z',
    reason: 'The bank waits',
  },
});

describe('GatePage', () => {
  it('lists what was decided, why, for what, by whom, and who went on', async () => {
    await renderGate({ listGateDecisions: async () => page(overridden) });
    const row = (await screen.findAllByRole('row'))[1];
    for (const text of [
      'Checkout',
      'Hold',
      'The error budget of Checkout works is spent',
      'deploy v1.42',
      'ada',
      /Went on although held: bob, .*The bank waits/,
    ]) {
      expect(row).toHaveTextContent(text);
    }
    expect(
      within(row).getByRole('link', { name: /^deploy v1\.42/ }),
    ).toHaveAttribute('href', 'https://ci.example/runs/7');
  });

  it('keeps its filters in the address and asks by them', async () => {
    const listGateDecisions = jest.fn(async () => page(overridden));
    await renderGate({ listGateDecisions }, '/?owner=group%3Adefault%2Fred');
    await screen.findAllByRole('row');
    await userEvent.click(screen.getByRole('button', { name: 'Hold' }));
    await userEvent.click(
      screen.getByRole('button', { name: 'Only overrides' }),
    );
    expect(search()).toBe(
      '?decision=hold&owner=group%3Adefault%2Fred&overridden=true',
    );
    expect(listGateDecisions).toHaveBeenLastCalledWith({
      query: {
        decision: ['hold'],
        owner: ['group:default/red'],
        overridden: 'true',
        limit: 25,
      },
    });
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(search()).toBe('');
  });

  it('narrows to one service and back', async () => {
    await renderGate({ listGateDecisions: async () => page(overridden) });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Only this one: Checkout' }),
    );
    expect(search()).toBe('?service=component%3Adefault%2Fcheckout');
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all services' }),
    );
    expect(search()).toBe('');
  });

  it.each([
    ['', 'No decision was recorded yet'],
    ['?decision=warn', 'No decision matches'],
  ])('has a face for nothing at "%s"', async (path, title) => {
    await renderGate({ listGateDecisions: async () => page() }, `/${path}`);
    expect(await screen.findByText(title)).toBeInTheDocument();
  });

  it('shows waivers in force, and all of them when asked', async () => {
    const listGateWaivers = jest.fn(async () =>
      page(
        gateWaiver(),
        gateWaiver({
          id: 'w2',
          rules: null,
          state: 'ended',
          ended: {
            by: 'user:default/bob',
            at: '2026-11-20T12:00:00Z',
            reason: 'The launch is over',
          },
        }),
      ),
    );
    await renderGate({ listGateWaivers }, '/?view=waivers');
    const [, first, second] = await screen.findAllByRole('row');
    expect(first).toHaveTextContent(/budget-spent.*The bank changes.*In force/);
    expect(second).toHaveTextContent(
      /every rule.*Ended early.*by bob.*The launch is over/,
    );
    expect(listGateWaivers).toHaveBeenLastCalledWith({
      query: { state: 'in-force' },
    });
    await userEvent.click(screen.getByRole('button', { name: 'All' }));
    expect(search()).toBe('?view=waivers&state=all');
    expect(listGateWaivers).toHaveBeenLastCalledWith({
      query: { state: 'all' },
    });
  });

  it('shows the policies as tables that people read', async () => {
    await renderGate(
      { getGatePolicies: async () => gatePolicies() },
      '/?view=policies',
    );
    const table = within(
      await screen.findByRole('region', { name: 'Rules of Policy of tier-0' }),
    );
    const row = table
      .getByRole('rowheader', { name: 'The error budget is spent' })
      .closest('tr');
    expect(row).toHaveTextContent('Hold');
    expect(row).toHaveTextContent('gate.budgetLeft <= 0.0');
    expect(row).toHaveTextContent('Reliability work first');
    expect(screen.getByText('36 hours')).toBeInTheDocument();
    expect(
      screen.getByRole('rowheader', { name: 'gate.pages7d' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/never takes longer than 3 seconds/),
    ).toBeInTheDocument();
  });

  it.each(['decisions', 'waivers', 'policies'])(
    'has a face for %s that may not be seen',
    async view => {
      const refuse = async () => {
        throw new NotAllowedError('no');
      };
      await renderGate(
        {
          listGateDecisions: refuse,
          listGateWaivers: refuse,
          getGatePolicies: refuse,
        },
        `/?view=${view}`,
      );
      expect(
        await screen.findByText('You may not see this'),
      ).toBeInTheDocument();
    },
  );
});
