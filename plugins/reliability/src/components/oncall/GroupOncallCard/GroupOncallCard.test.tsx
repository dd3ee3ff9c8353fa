import type { Entity } from '@backstage/catalog-model';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OwnerOncallResponse } from '@plimsoll/backstage-plugin-reliability-common';
import {
  anna,
  ben,
  hidden,
  oncallLoad,
  ownerOncall,
  rotationItem,
} from '../../../testUtils';
import { renderAtEntity } from '../../../__testUtils__/renderAtEntity';
import { GroupOncallCard } from './GroupOncallCard';

jest.setTimeout(60_000);

const payments: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'payments' },
  spec: { type: 'team', children: [] },
};
const render = (overrides: Partial<OwnerOncallResponse> = {}) => {
  const getOwnerOncall = jest.fn(async () => ownerOncall(overrides));
  return renderAtEntity(<GroupOncallCard />, {
    entity: payments,
    api: { getOwnerOncall },
  }).then(result => ({ ...result, getOwnerOncall }));
};

describe('on-call of a group', () => {
  it('lists its rotations with who is on call now', async () => {
    const { getOwnerOncall } = await render();
    expect(getOwnerOncall).toHaveBeenCalledWith(
      'group:default/payments',
      expect.anything(),
    );
    expect(
      await screen.findByRole('list', { name: 'Rotations' }),
    ).toHaveTextContent(/Payments.*PagerDuty.*Level 1.*Anna Berg.*Level 2/);
    expect(screen.getByText('1 service has no rotation.')).toBeInTheDocument();
  });

  it('shows members as people to ask and never as on call', async () => {
    await render({ rotations: [rotationItem({ kind: 'group' })] });
    expect(
      await screen.findByRole('list', { name: 'People to ask' }),
    ).toHaveTextContent('Anna Berg');
    expect(screen.queryByText(/until/)).not.toBeInTheDocument();
  });

  it.each<[string, OwnerOncallResponse['load'], string]>([
    [
      'one person',
      [oncallLoad({ share: 1 })],
      'The pager of this group rests on Anna Berg alone.',
    ],
    [
      'one person beside others without hours',
      [
        oncallLoad({ share: 1 }),
        oncallLoad({ person: ben, hours: 0, share: 0 }),
      ],
      'The pager of this group rests on Anna Berg alone.',
    ],
    [
      'one person more than the others',
      [oncallLoad({ share: 0.3 }), oncallLoad({ person: ben, share: 0.7 })],
      'Ben Cole carries 70 % of the hours.',
    ],
    [
      'people alike',
      [oncallLoad(), oncallLoad({ person: ben })],
      '2 people share it; nobody carries more than half.',
    ],
    ['nobody', [], 'Nobody has a shift in this time.'],
  ])('says plainly that it rests on %s', async (_, load, words) => {
    await render({ load });
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('counts hours, nights and weekends of each person', async () => {
    await render({ load: [oncallLoad({ hours: 100.5 })] });
    const table = await screen.findByRole('table', {
      name: /Load per person/,
    });
    expect(within(table).getAllByRole('row')[1]).toHaveTextContent(
      'Anna Berg50 %100.5 h140 h96 h168 h',
    );
  });

  it('links what is doubtful to the services', async () => {
    await render();
    const list = await screen.findByRole('list', { name: 'What is doubtful' });
    expect(list).toHaveTextContent('Gap within 14 days');
    expect(
      within(list).getByRole('link', { name: 'Checkout' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/reliability?view=oncall',
    );
  });

  it('tells people apart whose names are hidden', async () => {
    await render({
      namesHidden: true,
      rotations: ownerOncall().rotations.map(each => ({ ...each, levels: [] })),
      load: ['a', 'b'].map(key => oncallLoad({ person: hidden(key) })),
    });
    const table = await screen.findByRole('table');
    expect(table).toHaveTextContent(/Person 1.*Person 2/);
    expect(table).not.toHaveTextContent(anna.name!);
  });

  it.each([
    [{ services: 0 }, /Owns no services/],
    [{ rotations: [], services: 3 }, /It owns 3 services/],
  ])('has a face where there is nothing: %j', async (overrides, words) => {
    await render(overrides);
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('offers to try again', async () => {
    const getOwnerOncall = jest
      .fn()
      .mockRejectedValueOnce(new Error('gone'))
      .mockResolvedValue(ownerOncall());
    await renderAtEntity(<GroupOncallCard />, {
      entity: payments,
      api: { getOwnerOncall },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByRole('list', { name: 'Rotations' }),
    ).toBeInTheDocument();
  });
});
