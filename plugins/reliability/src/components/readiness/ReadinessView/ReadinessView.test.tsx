import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderAtEntity } from '../../../__testUtils__/renderAtEntity';
import { readinessBackend } from '../../../__testUtils__/readinessBackend';
import {
  checklistResponse,
  everyItem,
  phaseState,
  serviceChecklists,
  signOff,
} from '../../../testUtils';
import { EntityReliabilityContent } from '../../maturity/EntityReliabilityContent';

jest.setTimeout(60_000);

const render = (
  api: Parameters<typeof renderAtEntity>[1] = {},
  path = '/?view=readiness',
) => renderAtEntity(<EntityReliabilityContent />, { path, ...api });

const items = () => screen.findByRole('region', { name: 'Items' });
const rowsOf = (region: HTMLElement) =>
  within(region)
    .getAllByRole('button', { expanded: false })
    .map(button => button.textContent);

describe('the readiness of a service', () => {
  it('is a part of the tab that the address names', async () => {
    await render({}, '/');
    const nav = await screen.findByRole('navigation', {
      name: 'Parts of this page',
    });
    expect(within(nav).getByRole('link', { name: 'Maturity' })).toHaveAttribute(
      'aria-current',
      'page',
    );
    await userEvent.click(within(nav).getByRole('link', { name: 'Readiness' }));
    expect(await items()).toBeInTheDocument();
  });

  it('says how far it is, and what time will do', async () => {
    const forecast = [
      {
        at: new Date(Date.now() + 12.5 * 86_400_000).toISOString(),
        items: ['a', 'b'],
        level: { from: 'Gold', to: 'Silver' },
      },
    ];
    await render({
      api: { getChecklist: async () => checklistResponse({ forecast }) },
    });
    const header = await screen.findByRole('region', {
      name: 'Production readiness',
    });
    expect(header).toHaveTextContent('3 of 6 required items met');
    expect(header).toHaveTextContent('1 unanswered');
    expect(header).toHaveTextContent(
      '2 answers expire in 12 days: drops from Gold to Silver',
    );
    expect(header).toHaveTextContent('1. Design1 of 1 requiredSigned off');
    expect(header).toHaveTextContent(
      /Before production.*2 required items open/,
    );
  });

  it('shows every state in words', async () => {
    await render();
    const rows = rowsOf(await items());
    for (const state of [
      'Met',
      'Unanswered',
      'Not met',
      'Expired',
      'Not applicable',
      'Contested',
    ]) {
      expect(rows).toContainEqual(expect.stringMatching(`^${state}`));
    }
  });

  it.each([
    ['Category', ['Objectives', 'Incident response', 'Release safety']],
    ['Phase', ['Design', 'Before production', 'Live']],
  ])('groups by %s', async (name, titles) => {
    await render();
    const region = await items();
    await userEvent.click(within(region).getByRole('button', { name }));
    expect(
      within(region)
        .getAllByRole('heading', { level: 3 })
        .map(heading => heading.textContent)
        .slice(0, 3),
    ).toEqual(titles);
  });

  it('narrows to what is missing and to a text', async () => {
    await render();
    const region = await items();
    await userEvent.click(
      within(region).getByRole('button', { name: 'Missing only (4)' }),
    );
    expect(rowsOf(region)).toHaveLength(4);
    await userEvent.type(
      within(region).getByLabelText('Find an item'),
      'rollback',
    );
    expect(rowsOf(region)).toEqual([expect.stringContaining('A rollback')]);
    await userEvent.type(within(region).getByLabelText('Find an item'), 'zzz');
    expect(region).toHaveTextContent('No item matches.');
  });

  it('opens the item that the address names, with the focus on it', async () => {
    await render({}, '/?view=readiness&item=alerts-page');
    const region = await items();
    const row = within(region).getByRole('button', { name: /Alerts reach/ });
    expect(row).toHaveAttribute('aria-expanded', 'true');
    expect(row).toHaveFocus();
    expect(region).toHaveTextContent('The last two pages went nowhere.');
  });

  it('shows the values that an automatic item saw, and no buttons to answer it', async () => {
    await render();
    const region = await items();
    const row = within(region).getByRole('button', { name: /A runbook is/ });
    await userEvent.click(row);
    const item = row.closest('li')!;
    expect(item).toHaveTextContent('entity.links.runbook > 0');
    expect(item).toHaveTextContent(/entity.links.runbook: 1 links/);
    expect(
      within(item).queryByRole('group', { name: /^Answer/ }),
    ).not.toBeInTheDocument();
    expect(
      within(item).getByRole('button', { name: 'Contest' }),
    ).toBeInTheDocument();
  });

  it('shows the comment of the reviewer who returned it', async () => {
    const [first, ...others] = everyItem();
    const comment = {
      text: 'The link is **dead**.',
      by: 'user:default/omar',
      at: first.since,
    };
    await render({
      api: {
        getChecklist: async () =>
          checklistResponse({ items: [{ ...first, comment }, ...others] }),
      },
    });
    const row = within(await items()).getByRole('button', {
      name: /Objectives are agreed.*Returned/,
    });
    await userEvent.click(row);
    expect(row.closest('li')).toHaveTextContent('The link is dead.');
  });

  describe('the sign-off', () => {
    it('says who, until when, and what changed since', async () => {
      await render();
      const card = await screen.findByRole('region', {
        name: 'Sign-off of Design',
      });
      expect(card).toHaveTextContent('Holds');
      expect(card).toHaveTextContent(/by .*omar on Sep 1, 2026/);
      expect(card).toHaveTextContent('holds until Dec 1, 2026');
      await userEvent.click(
        within(card).getByRole('button', { name: '1 change since' }),
      );
      expect(card).toHaveTextContent('yes: Agreed in the June review.');
      expect(
        within(card).getByRole('link', { name: 'Open the dossier' }),
      ).toHaveAttribute('href', '/reliability/reviews/review-0');
    });

    it('says why it no longer holds', async () => {
      const all = everyItem();
      const lapsed = signOff({ valid: false, problems: ['It is too old'] });
      const phases = [phaseState('design', 'Design', all, { signOff: lapsed })];
      await render({
        api: { getChecklist: async () => checklistResponse({ phases }) },
      });
      const card = await screen.findByRole('region', {
        name: 'Sign-off of Design',
      });
      expect(card).toHaveTextContent('No longer holds');
      expect(card).toHaveTextContent('It is too old');
    });
  });

  it('chooses among several checklists', async () => {
    const [first] = serviceChecklists().items;
    const getChecklist = jest.fn(readinessBackend().api.getChecklist!);
    await render({
      api: {
        getServiceChecklists: async () => ({
          items: [first, { ...first, id: 'launch', title: 'Launch' }],
        }),
        getChecklist,
      },
    });
    await userEvent.selectOptions(
      await screen.findByLabelText('Checklist'),
      'Launch',
    );
    await items();
    expect(getChecklist.mock.lastCall?.[0].checklist).toBe('launch');
  });

  it('says that no checklist applies', async () => {
    await render({
      api: { getServiceChecklists: async () => ({ items: [] }) },
    });
    expect(
      await screen.findByText('No checklist applies to this service'),
    ).toBeInTheDocument();
  });

  it.each([
    ['failed', new Error('gone'), 'This could not be loaded'],
    ['forbidden', new NotAllowedError('no'), 'You may not see this'],
    ['not found', new NotFoundError('no'), 'Not found'],
  ])('says that it %s', async (_, error, text) => {
    await render({ api: { getChecklist: jest.fn().mockRejectedValue(error) } });
    expect(await screen.findByText(text)).toBeInTheDocument();
  });
});
