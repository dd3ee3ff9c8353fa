import { ConflictError, NotAllowedError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ServiceTier } from '@plimsoll/backstage-plugin-reliability-common';
import { serviceResponse } from '../../../../testUtils';
import { renderAtEntity } from '../../../../__testUtils__/renderAtEntity';
import { TierActions } from './TierActions';
import { TierField } from './TierField';

jest.setTimeout(60_000);

const declared: ServiceTier = serviceResponse().tier;
const overridden: ServiceTier = {
  id: 'tier-1',
  name: 'Business critical',
  rank: 1,
  source: 'override',
  declared: { value: 'tier-3', place: 'annotation plimsoll.dev/tier' },
  override: {
    tier: 'tier-1',
    reason: 'Takes payments since May',
    setBy: 'user:default/jane',
    setAt: '2026-05-03T10:00:00Z',
  },
};
const untiered: ServiceTier = {
  id: 'untiered',
  name: 'Untiered',
  rank: null,
  source: 'none',
};

describe('TierField', () => {
  it.each([
    ['declared', declared, /Mission critical.*declared in annotation plimsoll/],
    [
      'overridden',
      overridden,
      /Business critical.*overridden by .*jane.* on May 3, 2026: Takes payments since May.*declared: tier-3/i,
    ],
    ['absent', untiered, /Untiered.*no tier is declared/],
    [
      'not known',
      {
        ...untiered,
        problem: 'label tier is "gold", which is not one of tier-0',
      },
      /Untiered.*"gold", which is not one of/,
    ],
  ])('says where a tier comes from that is %s', async (_, tier, text) => {
    const { container } = await renderAtEntity(<TierField tier={tier} />);
    expect(container).toHaveTextContent(text);
  });
});

describe('TierActions', () => {
  const onChanged = jest.fn();
  const render = (
    tier: ServiceTier,
    options: Parameters<typeof renderAtEntity>[1] = {},
  ) =>
    renderAtEntity(
      <TierActions service={serviceResponse({ tier })} onChanged={onChanged} />,
      options,
    );
  const open = async (item: string) => {
    await userEvent.click(
      await screen.findByRole('button', { name: 'Tier actions' }),
    );
    await userEvent.click(await screen.findByRole('menuitem', { name: item }));
    return screen.findByRole('dialog');
  };

  beforeEach(() => onChanged.mockReset());

  it('is not there for those who may not', async () => {
    // Answers about permissions are cached: another service than in the other tests.
    const service = serviceResponse({ entityRef: 'component:default/theirs' });
    await renderAtEntity(
      <TierActions service={service} onChanged={onChanged} />,
      { allowed: false },
    );
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('offers to undo only what was overridden', async () => {
    await render(declared);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Tier actions' }),
    );
    expect(
      screen.queryByRole('menuitem', { name: 'Undo the override' }),
    ).not.toBeInTheDocument();
  });

  it('asks for a tier and a reason before it writes', async () => {
    const overrideTier = jest.fn().mockResolvedValue(serviceResponse());
    await render(declared, { api: { overrideTier } });
    const dialog = await open('Override the tier');
    const save = within(dialog).getByRole('button', { name: 'Override' });
    await within(dialog).findByLabelText(/Tier/);
    await userEvent.click(save);
    expect(dialog).toHaveTextContent('Choose a tier.');
    expect(dialog).toHaveTextContent('Give a reason');
    expect(overrideTier).not.toHaveBeenCalled();

    await userEvent.selectOptions(
      within(dialog).getByLabelText(/Tier/),
      'tier-1',
    );
    await userEvent.type(
      within(dialog).getByLabelText(/Why\?/),
      ' Takes payments ',
    );
    await userEvent.click(save);
    expect(overrideTier).toHaveBeenCalledWith('component:default/checkout', {
      tier: 'tier-1',
      reason: 'Takes payments',
    });
    expect(onChanged).toHaveBeenCalled();
  });

  it.each([
    ['forbidden', new NotAllowedError('no'), 'You may not change the tier'],
    [
      'refused',
      new ConflictError('in use'),
      'The tier was not changed: in use',
    ],
  ])('stays open where the write is %s', async (_, error, text) => {
    const removeTierOverride = jest.fn().mockRejectedValue(error);
    await render(overridden, { api: { removeTierOverride } });
    const dialog = await open('Undo the override');
    expect(dialog).toHaveTextContent('applies again: tier-3');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Undo the override' }),
    );
    expect(
      await within(dialog).findByText(new RegExp(text)),
    ).toBeInTheDocument();
    expect(onChanged).not.toHaveBeenCalled();
  });

  it('tells who changed it before', async () => {
    await render(overridden, {
      api: {
        getTierHistory: async () => ({
          totalItems: 1,
          items: [
            {
              action: 'set',
              tier: 'tier-1',
              reason: 'Takes payments since May',
              by: 'user:default/jane',
              at: '2026-05-03T10:00:00Z',
            },
          ],
        }),
      },
    });
    const dialog = await open('Change the override');
    expect(
      await within(dialog).findByRole('heading', { name: 'Earlier changes' }),
    ).toBeInTheDocument();
    expect(within(dialog).getByRole('listitem')).toHaveTextContent(
      /tier-1 by .*jane.*May 3, 2026: Takes payments since May/i,
    );
  });
});
