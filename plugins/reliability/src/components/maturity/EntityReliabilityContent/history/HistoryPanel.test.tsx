import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  historyEntry,
  historyResponse,
  noLevel,
  serviceReport,
} from '../../../../testUtils';
import { renderAtEntity } from '../../../../__testUtils__/renderAtEntity';
import { HistoryPanel } from './HistoryPanel';

jest.setTimeout(60_000);

const render = (api: Parameters<typeof renderAtEntity>[1] = {}) =>
  renderAtEntity(
    <HistoryPanel
      entityRef="component:default/checkout"
      report={serviceReport()}
    />,
    api,
  );

describe('HistoryPanel', () => {
  it('asks for the history on the scorecard shown', async () => {
    const getHistory = jest.fn().mockResolvedValue(historyResponse());
    await render({ api: { getHistory } });
    expect(getHistory).toHaveBeenCalledWith(
      'component:default/checkout',
      { scorecard: 'reliability', limit: 10 },
      expect.anything(),
    );
  });

  it('says so where there is none yet', async () => {
    await render({
      api: {
        getHistory: async () =>
          historyResponse({ items: [], totalItems: 0, daily: [] }),
      },
    });
    expect(await screen.findByText(/No history yet/)).toBeInTheDocument();
  });

  it('offers to try again', async () => {
    const getHistory = jest
      .fn()
      .mockRejectedValueOnce(new Error('gone'))
      .mockResolvedValue(historyResponse());
    await render({ api: { getHistory } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByRole('table')).toBeInTheDocument();
  });

  it('says in words what the chart shows', async () => {
    await render();
    expect(
      await screen.findByRole('img', {
        name: /Score per day from Oct 22 to Nov 20: from 100 to 64 of 100, with 3 changes/,
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('list', { name: 'What caused a change' }),
    ).toHaveTextContent('Service changedRule changedData changed');
  });

  it('waits with the chart for the second day', async () => {
    const daily = historyResponse().daily.slice(0, 1);
    await render({
      api: { getHistory: async () => historyResponse({ daily }) },
    });
    expect(
      await screen.findByText('The chart begins with the second day.'),
    ).toBeInTheDocument();
  });

  it.each([
    [
      1,
      'Silver to Bronze',
      '82 to 64',
      'Service changed',
      'Runbook is linked: Pass to Fail',
    ],
    [
      1,
      'Silver to Bronze',
      '82 to 64',
      'Service changed',
      'entity.links.runbook: 1 to 0',
    ],
    [
      2,
      'Silver',
      '90 to 82',
      'Data changed',
      'facts["pager/responders"]: 4 to no value',
    ],
    [
      3,
      'Gold to Silver',
      '100 to 90',
      'Rule changed',
      'Load test has run: new, Fail',
    ],
    [4, 'Gold', '100', 'First assessment', ''],
  ])(
    'lists step %i: %s, %s, %s, %s',
    async (index, level, score, cause, what) => {
      await render();
      const row = (await screen.findAllByRole('row'))[index];
      const words = row.textContent!.replaceAll(/ → \s*to /g, ' to ');
      for (const text of [level, score, cause, what]) {
        expect(words).toContain(text);
      }
    },
  );

  it('lists the steps without a table on a narrow screen', async () => {
    const { matchMedia } = window;
    window.matchMedia = query =>
      ({
        matches: query.includes('max-width'),
        addListener: () => {},
        removeListener: () => {},
      } as unknown as MediaQueryList);
    try {
      await render();
      const list = await screen.findByRole('list', {
        name: 'Every change of level, score or outcome, newest first',
      });
      expect(screen.queryByRole('table')).not.toBeInTheDocument();
      expect(list).toHaveTextContent(
        /Nov 18, 2026 · .*Service changed.*Silver.*Bronze, 82.*64 of 100.*Runbook is linked/,
      );
    } finally {
      window.matchMedia = matchMedia;
    }
  });

  it('says that weights moved the score where no check did', async () => {
    const items = [historyEntry({ cause: 'rule', flips: [] })];
    await render({
      api: { getHistory: async () => historyResponse({ items }) },
    });
    expect(
      await screen.findByText(/No check changed its outcome/),
    ).toBeInTheDocument();
  });

  it('keeps long lists of checks short', async () => {
    const flips = Array.from({ length: 5 }, (_, index) => ({
      ...historyEntry().flips[0],
      check: `c${index}`,
      title: `Check ${index}`,
    }));
    const items = [
      historyEntry({ flips, level: { from: noLevel, to: noLevel } }),
    ];
    await render({
      api: { getHistory: async () => historyResponse({ items }) },
    });
    expect(await screen.findByText(/Check 2/)).toBeInTheDocument();
    expect(screen.queryByText(/Check 3/)).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show 2 more checks' }),
    );
    expect(screen.getByText(/Check 4/)).toBeInTheDocument();
  });

  it('fetches older changes a page at a time', async () => {
    const older = historyEntry({ at: '2026-09-01T00:00:00Z' });
    const getHistory = jest
      .fn()
      .mockResolvedValueOnce(
        historyResponse({ totalItems: 5, nextCursor: 'page-2' }),
      )
      .mockRejectedValueOnce(new Error('gone'))
      .mockResolvedValueOnce(
        historyResponse({ items: [older], totalItems: 5, daily: [] }),
      );
    await render({ api: { getHistory } });
    const more = await screen.findByRole('button', {
      name: 'Show older changes',
    });
    expect(screen.getByText('4 of 5 changes')).toBeInTheDocument();
    await userEvent.click(more);
    expect(
      await screen.findByText('Older changes could not be loaded: gone'),
    ).toBeInTheDocument();
    await userEvent.click(more);
    expect(await screen.findByText('5 of 5 changes')).toBeInTheDocument();
    expect(getHistory).toHaveBeenLastCalledWith('component:default/checkout', {
      scorecard: 'reliability',
      limit: 10,
      cursor: 'page-2',
    });
    expect(more).not.toBeInTheDocument();
    expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(
      6,
    );
  });
});
