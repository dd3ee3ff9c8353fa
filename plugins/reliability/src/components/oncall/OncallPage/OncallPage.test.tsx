import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReliabilityApi } from '../../../api';
import { renderPage, search } from '../../../__testUtils__/renderPage';
import {
  levelNow,
  hidden,
  NOW,
  oncallAccount,
  oncallItem,
  rotationItem,
} from '../../../testUtils';
import { OncallPage } from './OncallPage';

jest.setTimeout(60_000);

const counts = { covered: 5, uncovered: 2, unknown: 1, none: 3 };
const page = (items = [oncallItem()], namesHidden = false) => ({
  items,
  totalItems: items.length,
  at: NOW,
  counts,
  namesHidden,
});
const render = (api: Partial<ReliabilityApi> = {}, path = '/') =>
  renderPage(<OncallPage />, {
    api: { getOncall: async () => page(), ...api },
    path,
  });
const box = () => screen.getByRole('searchbox', { name: 'Search on-call' });
const list = () =>
  screen.findByRole('list', { name: 'Who is on call for what' });

describe('the directory', () => {
  it('says who is on call for a service, until when, and how to reach them', async () => {
    await render();
    const row = within(await list()).getAllByRole('listitem')[0];
    expect(row).toHaveTextContent(
      /^CheckoutMission critical · payments.*Level 1.*Anna Berg.*until Sun 22 Nov 10:00.*Level 2.*Payments \(PagerDuty\).*CoveredNext gap: Sat 28 Nov 09:00–17:00, 8 h/,
    );
    expect(within(row).getByRole('link', { name: 'Checkout' })).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/reliability?view=oncall',
    );
    expect(
      within(row).getByRole('link', { name: 'E-mail to Anna Berg' }),
    ).toBeInTheDocument();
  });

  it('has the focus in the search box, and takes it back at /', async () => {
    await render();
    await list();
    expect(box()).toHaveFocus();
    screen.getByRole('button', { name: 'Rotations' }).focus();
    await userEvent.keyboard('/');
    expect(box()).toHaveFocus();
    await userEvent.keyboard('a/b');
    expect(box()).toHaveValue('a/b');
  });

  it('searches at the server as one types', async () => {
    const getOncall = jest.fn(async () => page());
    await render({ getOncall });
    await userEvent.type(box(), 'pay');
    await waitFor(() => expect(search()).toBe('?q=pay'));
    expect(getOncall).toHaveBeenLastCalledWith(
      expect.objectContaining({ q: 'pay' }),
      expect.anything(),
    );
    expect(getOncall).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['covered', [oncallItem()], 'Anna Berg'],
    [
      'uncovered',
      [
        oncallItem({
          state: 'uncovered',
          levels: [levelNow(1, [])],
          findings: ['nobody-now'],
        }),
      ],
      'Nobody on call',
    ],
    [
      'uncovered as planned',
      [
        oncallItem({
          state: 'uncovered',
          levels: [levelNow(1, [])],
          findings: [],
        }),
      ],
      'Nobody, as planned',
    ],
    ['unknown', [oncallItem({ state: 'unknown', levels: [] })], 'Unknown'],
    [
      'none',
      [oncallItem({ state: 'none', levels: [], rotations: [] })],
      'No rotation',
    ],
    [
      'hidden',
      [oncallItem({ levels: [levelNow(1, [hidden('a')])] })],
      'Name hidden',
    ],
  ])('shows a service that is %s', async (_, items, words) => {
    await render({ getOncall: async () => page(items) });
    expect(await list()).toHaveTextContent(words);
  });

  it('counts states, and filters by them', async () => {
    const getOncall = jest.fn(async () => page());
    await render({ getOncall });
    const states = await screen.findByRole('list', { name: 'Cover' });
    expect(
      within(states)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['Nobody on call 2', 'Unknown 1', 'No rotation 3', 'Covered 5']);
    await userEvent.click(
      within(states).getByRole('button', { name: 'No rotation 3' }),
    );
    expect(search()).toBe('?state=none');
    expect(getOncall).toHaveBeenLastCalledWith(
      expect.objectContaining({ state: ['none'] }),
      expect.anything(),
    );
  });

  it('answers for another time, and says that it is not now', async () => {
    const getOncall = jest.fn(async () => page());
    await render({ getOncall }, '/?at=2026-11-28T09:00:00.000Z');
    expect(
      await screen.findByText('You see Sat 28 Nov 09:00, not now.'),
    ).toBeInTheDocument();
    expect(getOncall).toHaveBeenCalledWith(
      expect.objectContaining({ at: '2026-11-28T09:00:00.000Z' }),
      expect.anything(),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Back to now' }));
    expect(search()).toBe('');
  });

  it('filters by provider', async () => {
    await render();
    await userEvent.click(
      await screen.findByRole('button', { name: /Provider/ }),
    );
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'PagerDuty' }),
    );
    expect(search()).toBe('?provider=pagerduty');
  });

  it.each([
    ['no service', '/', 'No service is here yet'],
    ['no match', '/?q=nothing', 'Nothing matches'],
  ])('has a face for %s', async (_, path, words) => {
    await render({ getOncall: async () => page([]) }, path);
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('says that names are hidden', async () => {
    await render({ getOncall: async () => page([oncallItem()], true) });
    expect(await screen.findByText(/Names are hidden/)).toBeInTheDocument();
  });

  it('can be tried again', async () => {
    const getOncall = jest
      .fn()
      .mockRejectedValueOnce(new Error('locked'))
      .mockResolvedValue(page());
    await render({ getOncall });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await list()).toHaveTextContent('Checkout');
  });
});

describe('the rotations of the directory', () => {
  it.each([
    ['how much is not covered', {}, '8 h without anybody in 14 days'],
    ['that there is no gap', { gapHours: 0 }, 'no gap in 14 days'],
    ['that gaps cannot be told', { gapHours: null }, 'gaps cannot be told'],
    [
      'that gaps are estimated',
      { certainty: 'estimated' as const },
      '8 h without anybody in 14 days (estimated)',
    ],
    [
      'that it is estimated that there is none',
      { certainty: 'estimated' as const, gapHours: 0 },
      'no gap in 14 days (estimated)',
    ],
    ['who is on call', {}, 'Anna Berg'],
    ['how many share it', {}, 'Level 1: 2 people by the plan'],
    ['that nobody uses it', { services: [] }, 'No service uses it any more'],
    ['members as people to ask', { kind: 'group' as const }, 'People to ask'],
    ['its error', { error: 'It answered 503' }, 'It answered 503'],
    ['that it is only compared', { mirror: true }, 'Only compared'],
  ])('say %s', async (_, overrides, words) => {
    const items = [rotationItem(overrides)];
    await render(
      {
        getRotations: async () => ({
          items,
          totalItems: 1,
          namesHidden: false,
        }),
      },
      '/?show=rotations',
    );
    expect(
      await screen.findByRole('list', { name: 'Rotations that services use' }),
    ).toHaveTextContent(words);
  });
});

describe('the accounts of the directory', () => {
  it.each([
    ['ok', {}, /PagerDutyWorks12 rotationslast answer/],
    [
      'failing',
      { state: 'failing' as const, failing: 3, error: 'It answered 401' },
      /Failing12 rotations3 could not be read.*It answered 401/,
    ],
    [
      'never asked',
      { state: 'pending' as const, lastSuccessAt: null, lastTryAt: null },
      /Not asked yet.*no answer yet/,
    ],
    ['only compared', { mirror: true }, /mirror: only compared/],
    ['asked', {}, /ago1,200 requests since the start$/],
    ['not asked over HTTP', { requests: 0 }, /ago$/],
    [
      'asked too often',
      { failures: 3, waits: 2, remaining: 15 },
      /1,200 requests since the start3 failedasked to wait 2 times15 calls left$/,
    ],
    [
      'out of calls',
      { waits: 1, remaining: 0 },
      /asked to wait once0 calls left/,
    ],
  ])('say of one that is %s', async (_, overrides, words) => {
    const items = [oncallAccount(overrides)];
    await render({ getOncallAccounts: async () => ({ items }) });
    await userEvent.click(screen.getByRole('button', { name: 'Accounts' }));
    const found = await screen.findByRole('list', {
      name: 'Accounts at providers',
    });
    expect(found.textContent).toMatch(words);
  });

  it('say that there is none', async () => {
    await render(
      { getOncallAccounts: async () => ({ items: [] }) },
      '/?show=accounts',
    );
    expect(await screen.findByText('No account is set up')).toBeInTheDocument();
  });
});
