import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage, search } from '../../../__testUtils__/renderPage';
import { readinessTask, tasksResponse } from '../../../testUtils';
import { MyTasksCard } from '../MyTasksCard';
import { TasksPage } from './TasksPage';

jest.setTimeout(60_000);

const nothing = tasksResponse({
  items: [],
  totalItems: 0,
  counts: {
    missing: 0,
    'not-met': 0,
    expired: 0,
    expiring: 0,
    contested: 0,
    returned: 0,
    review: 0,
  },
});

describe('TasksPage', () => {
  it('groups by kind, what presses most first', async () => {
    await renderPage(<TasksPage />);
    await screen.findByRole('heading', { name: 'Missing' });
    expect(
      screen
        .getAllByRole('heading', { level: 2 })
        .map(heading => heading.textContent),
    ).toEqual(['Awaiting my review', 'Missing', 'About to expire']);
  });

  it.each([
    ['an item', 'Missing', 'item=restore-tried'],
    ['a review', 'Awaiting my review', 'review=review-1'],
  ])('links to the place of %s', async (_, kind, target) => {
    await renderPage(<TasksPage />);
    const group = await screen.findByRole('region', { name: kind });
    expect(within(group).getByRole('link')).toHaveAttribute(
      'href',
      `/catalog/default/component/checkout/reliability?view=readiness&checklist=production-readiness&${target}`,
    );
  });

  it('shows one kind, as the address says', async () => {
    const getReadinessTasks = jest.fn(async () => tasksResponse());
    await renderPage(<TasksPage />, { api: { getReadinessTasks } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Missing (1)' }),
    );
    expect(search()).toBe('?kind=missing');
    await waitFor(() =>
      expect(getReadinessTasks).toHaveBeenLastCalledWith(
        expect.objectContaining({ kind: 'missing' }),
        expect.anything(),
      ),
    );
  });

  it('shows more', async () => {
    const getReadinessTasks = jest
      .fn()
      .mockResolvedValueOnce(tasksResponse({ totalItems: 4, nextCursor: 'b' }))
      .mockRejectedValueOnce(new Error('gone'))
      .mockResolvedValue(
        tasksResponse({
          items: [
            readinessTask({
              entityRef: 'component:default/refund',
              serviceTitle: 'Refund',
            }),
          ],
        }),
      );
    await renderPage(<TasksPage />, { api: { getReadinessTasks } });
    const more = await screen.findByRole('button', { name: 'Show more' });
    await userEvent.click(more);
    expect(
      await screen.findByText('More could not be loaded: gone'),
    ).toBeInTheDocument();
    await userEvent.click(more);
    expect(
      await screen.findByRole('link', { name: /^Refund/ }),
    ).toBeInTheDocument();
    expect(more).not.toBeInTheDocument();
  });

  it('says that there is nothing to do', async () => {
    await renderPage(<TasksPage />, {
      api: { getReadinessTasks: async () => nothing },
    });
    expect(await screen.findByText('Nothing to do')).toBeInTheDocument();
  });
});

describe('MyTasksCard', () => {
  it('shows the first tasks and leads to all', async () => {
    const getReadinessTasks = jest.fn(async () =>
      tasksResponse({ totalItems: 12 }),
    );
    await renderPage(<MyTasksCard />, { api: { getReadinessTasks } });
    const list = await screen.findByRole('list', {
      name: 'My readiness tasks',
    });
    expect(within(list).getAllByRole('listitem')).toHaveLength(3);
    expect(
      screen.getByRole('link', { name: 'All 12 in my tasks' }),
    ).toHaveAttribute('href', '/reliability/tasks');
  });

  it('says that there is nothing to do', async () => {
    await renderPage(<MyTasksCard />, {
      api: { getReadinessTasks: async () => nothing },
    });
    expect(await screen.findByText('Nothing to do')).toBeInTheDocument();
  });
});
