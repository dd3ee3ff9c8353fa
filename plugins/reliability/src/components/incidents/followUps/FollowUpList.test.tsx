import { NotAllowedError } from '@backstage/errors';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Settings } from 'luxon';
import { renderAftermath } from '../../../__testUtils__/renderAftermath';
import type { ReliabilityApi } from '../../../api';
import { followUp, followUpsResponse } from '../../../testUtils';
import { FollowUpList, type FollowUpListProps } from './FollowUpList';

jest.setTimeout(60_000);

beforeEach(() => {
  Settings.defaultZone = 'UTC';
});
afterEach(() => {
  Settings.defaultZone = 'system';
});

async function render(
  props: Partial<FollowUpListProps> = {},
  api: Partial<ReliabilityApi> = {},
) {
  const onChanged = jest.fn();
  await renderAftermath(
    <FollowUpList
      incidentId="pd-main:Q1"
      items={followUpsResponse().items}
      canEdit
      onChanged={onChanged}
      {...props}
    />,
    { api },
  );
  return onChanged;
}
const rows = () =>
  within(screen.getByRole('list', { name: 'Follow-ups' })).getAllByRole(
    'listitem',
  );
const press = (name: RegExp | string, inside?: HTMLElement) =>
  userEvent.click(
    (inside ? within(inside) : screen).getByRole('button', { name }),
  );
const fill = (dialog: HTMLElement, label: RegExp, value: string) =>
  fireEvent.change(within(dialog).getByLabelText(label), { target: { value } });

describe('the follow-ups of an incident', () => {
  it('put the overdue ones first and what is over last', async () => {
    await render({
      items: [
        followUp({ id: 'a', title: 'Done', status: 'done' }),
        followUp({ id: 'b', title: 'Later', dueAt: null }),
        followUp({ id: 'c', title: 'Soon' }),
        followUp({ id: 'd', title: 'Late', overdue: true }),
      ],
    });
    expect(rows().map(row => row.textContent)).toEqual([
      expect.stringMatching(/^LateOpen.*Overdue/),
      expect.stringMatching(/^SoonOpen.*due Dec 4, 2026/),
      expect.stringMatching(/^LaterOpen.*no date/),
      expect.stringMatching(/^DoneDone/),
    ]);
  });

  it('link the ticket, and no address that runs something', async () => {
    const bad = { system: 'x', key: 'X-1', url: 'data:text/html,<p>x</p>' };
    await render({ items: [followUp(), followUp({ id: 'b', ticket: bad })] });
    expect(screen.getByRole('link', { name: /PAY-311/ })).toHaveAttribute(
      'href',
      'https://tickets.example/PAY-311',
    );
    expect(screen.queryByRole('link', { name: /X-1/ })).not.toBeInTheDocument();
  });

  it('are set done', async () => {
    const patchFollowUp = jest.fn(async () => followUp({ status: 'done' }));
    const onChanged = await render({ items: [followUp()] }, { patchFollowUp });
    await press(/^Done: “Limit/);
    expect(patchFollowUp).toHaveBeenCalledWith('f1', { status: 'done' });
    expect(
      await screen.findByText('The follow-up is done.'),
    ).toBeInTheDocument();
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('say why one was not changed', async () => {
    await render(
      { items: [followUp()] },
      { patchFollowUp: () => Promise.reject(new NotAllowedError('no')) },
    );
    await press(/^Done: “Limit/);
    expect(
      await screen.findByText(/You may not change the follow-ups/),
    ).toBeInTheDocument();
  });

  it('are added with owner, day, ticket and what they contradict', async () => {
    const createFollowUp = jest.fn(async () => followUp());
    await render({ items: [] }, { createFollowUp });
    await press('Add a follow-up');
    const dialog = screen.getByRole('dialog');
    await press('Add it', dialog);
    expect(dialog).toHaveTextContent('Say what has to be done.');
    fill(dialog, /What has to be done/, 'Limit the pool');
    fill(dialog, /^Due/, '2026-12-04');
    fill(dialog, /^Ticket/, 'PAY-9');
    await userEvent.type(
      within(dialog).getByRole('combobox', { name: 'Owner' }),
      'ben',
    );
    await userEvent.click(
      await within(dialog).findByRole(
        'option',
        { name: /Ben Cole/ },
        { timeout: 10_000 },
      ),
    );
    const items = within(dialog).getByLabelText(/Contradicts/);
    await within(dialog).findByRole('group', { name: 'Production readiness' });
    const [first] = within(items)
      .getAllByRole<HTMLOptionElement>('option')
      .slice(1);
    await userEvent.selectOptions(items, first);
    await press('Add it', dialog);
    const [checklistId, itemId] = JSON.parse(first.value);
    expect(createFollowUp).toHaveBeenCalledWith('pd-main:Q1', {
      title: 'Limit the pool',
      owner: 'user:default/ben.cole',
      dueAt: '2026-12-04T23:59:59Z',
      ticket: { system: 'ticket', key: 'PAY-9', url: null },
      contradicts: { checklistId, itemId },
    });
  });

  it('of a provider keep its title and state', async () => {
    await render({ items: [followUp({ from: 'provider' })] });
    expect(
      screen.queryByRole('button', { name: /^Done: “/ }),
    ).not.toBeInTheDocument();
    await press(/^Edit/);
    const dialog = screen.getByRole('dialog');
    expect(within(dialog).queryByLabelText(/What has/)).not.toBeInTheDocument();
    expect(within(dialog).getByLabelText(/^Due/)).toBeInTheDocument();
  });

  it('are only read by those who may not edit', async () => {
    await render({ items: [followUp({ canEdit: false })], canEdit: false });
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});

describe('a lesson', () => {
  const open = async (api: Partial<ReliabilityApi> = {}) => {
    await render({ items: [followUp()] }, api);
    await press(/^Propose a checklist item/);
    return screen.findByRole('dialog');
  };

  it('begins with the item that sounds alike, and shows who has the same gap', async () => {
    const dialog = await open();
    expect(await within(dialog).findByLabelText(/^Item/)).toHaveValue('limits');
    expect(dialog).toHaveTextContent('This item sounds alike');
    expect(dialog).toHaveTextContent(
      '4 of 11 services like these have the same gap.',
    );
    expect(
      within(dialog).getByRole('row', { name: /Refund/ }),
    ).toHaveTextContent('Not met');
  });

  it('is proposed as a new item', async () => {
    const proposeLesson = jest.fn().mockRejectedValue(new Error('disk full'));
    const dialog = await open({ proposeLesson });
    await userEvent.selectOptions(
      await within(dialog).findByLabelText(/^Item/),
      'A new item',
    );
    await press('Propose it', dialog);
    expect(proposeLesson).toHaveBeenCalledWith('f1', {
      checklistId: 'production-readiness',
      itemId: null,
      title: 'Connections of every consumer are limited',
      reason: 'INC-42: Payments are refused',
    });
    expect(
      await within(dialog).findByText('It was not stored: disk full'),
    ).toBeInTheDocument();
  });
});
