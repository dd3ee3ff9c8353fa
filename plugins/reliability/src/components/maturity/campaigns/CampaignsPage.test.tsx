import { ConflictError, NotAllowedError } from '@backstage/errors';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage, search } from '../../../__testUtils__/renderPage';
import type { ReliabilityApi } from '../../../api';
import {
  campaign,
  campaignAnswers,
  campaignResponse,
  campaignsResponse,
} from '../../../testUtils/campaigns';
import { callMock, type Answers } from '../../../testUtils/callMock';
import { CampaignsPage } from './CampaignsPage';

jest.setTimeout(60_000);

async function render(answers: Answers = {}, options: { path?: string } = {}) {
  const calls: [string, unknown][] = [];
  const answer = callMock({ ...campaignAnswers, ...answers });
  const call: ReliabilityApi['call'] = (name, input) => {
    calls.push([name, input]);
    return answer(name, input);
  };
  await renderPage(<CampaignsPage />, { api: { call }, ...options });
  const asked = (name: string) =>
    calls.filter(([called]) => called === name).map(([, input]) => input);
  return { asked };
}
const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));

describe('campaigns', () => {
  it('are listed with what they ask, until when, and how far they are', async () => {
    await render();
    const list = await screen.findByRole('list', { name: 'Campaigns' });
    const [first, second, third] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent(
      /tested restore.*Running.*A restore was tested · A runbook.*due .*2027.*22 of 40 done.*12 open.*4 exempt.*2 unknown/,
    );
    expect(second).toHaveTextContent(/Draft.*starts .*2027/);
    expect(third).toHaveTextContent(/Ended.*As of .*2026/);
  });

  it('are narrowed by their state, in the address', async () => {
    const { asked } = await render();
    await press(/^Ended/);
    await waitFor(() => expect(search()).toBe('?state=ended'));
    expect(asked('listCampaigns').pop()).toEqual({
      query: { state: ['ended'], limit: 25 },
    });
  });

  it('say that there are none yet', async () => {
    await render({ listCampaigns: () => campaignsResponse([]) });
    expect(await screen.findByText('No campaigns yet')).toBeInTheDocument();
  });

  it('say of whose services the numbers are where the reader sees a part', async () => {
    await render({
      listCampaigns: () => campaignsResponse([campaign({ partial: true })]),
    });
    expect(
      await screen.findByText('Of the services that you may see'),
    ).toBeInTheDocument();
  });

  it('can be loaded again when that failed', async () => {
    let answer: NonNullable<Answers['listCampaigns']> = () =>
      Promise.reject(new Error('database is locked'));
    await render({ listCampaigns: input => answer(input) });
    expect(await screen.findByText(/database is locked/)).toBeInTheDocument();
    answer = () => campaignsResponse();
    await press('Try again');
    expect(await screen.findByText(/tested restore/)).toBeInTheDocument();
  });
});

describe('the form of a campaign', () => {
  const prefilled =
    '/?new=true&title=Lesson&items=production-readiness/rollback-tested';

  it('says what is missing, and sends nothing', async () => {
    const { asked } = await render();
    await press('New campaign');
    await press('Store as draft');
    const dialog = screen.getByRole('dialog');
    for (const words of [
      'Give it a title.',
      'Say who runs it.',
      'Give it a last day.',
      'Choose a check or an item.',
    ]) {
      expect(await within(dialog).findByText(words)).toBeInTheDocument();
    }
    expect(asked('createCampaign')).toEqual([]);
  });

  it('begins with what a lesson says, and counts the services at once', async () => {
    const { asked } = await render({}, { path: prefilled });
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByLabelText(/^Title/)).toHaveValue('Lesson');
    expect(
      await within(dialog).findByText(/43 services match now/),
    ).toHaveTextContent('Nothing of it applies to 3. 4 teams have something');
    expect(asked('previewCampaign').pop()).toEqual({
      body: {
        scorecard: 'reliability',
        filter: {},
        checks: [],
        items: [
          { checklistId: 'production-readiness', itemId: 'rollback-tested' },
        ],
      },
    });
  });

  it('wants a last day after the first', async () => {
    await render({}, { path: prefilled });
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText(/^Last day/), {
      target: { value: '2020-01-01' },
    });
    await press('Store as draft');
    expect(
      within(dialog).getByText('The last day comes after the first.'),
    ).toBeInTheDocument();
  });

  it('sends only what was changed, and says when somebody was faster', async () => {
    const { asked } = await render(
      { patchCampaign: () => Promise.reject(new ConflictError('version')) },
      { path: '/c1' },
    );
    await press('Edit');
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText(/^Last day/), {
      target: { value: '2027-06-30' },
    });
    expect(within(dialog).getByLabelText(/^First day/)).toBeDisabled();
    await press('Store');
    expect(
      await within(dialog).findByText(/Somebody else changed it meanwhile/),
    ).toBeInTheDocument();
    expect(asked('patchCampaign')).toEqual([
      { id: 'c1', body: { version: 2, dueAt: '2027-06-30' } },
    ]);
  });
});

describe('one campaign', () => {
  const at = (id = 'c1') => ({ path: `/${id}` });

  it('says when it is done at this pace, in words and as numbers', async () => {
    await render({}, at());
    expect(
      await screen.findByText(
        /^At this pace \(0\.6 a week\) done on .*2 short/,
      ),
    ).toBeInTheDocument();
    const chart = screen.getByRole('img', { name: /^Burn-up from/ });
    expect(chart).toHaveAccessibleName(/22 of 36 on/);
    const table = screen.getByRole('table', {
      name: 'The numbers day by day',
      hidden: true,
    });
    const [, newest] = within(table).getAllByRole('row', { hidden: true });
    const cells = within(newest).getAllByRole('cell', { hidden: true });
    expect(cells.map(cell => cell.textContent)).toEqual([
      '40',
      '22',
      '12',
      '4',
      '2',
    ]);
  });

  it('shows what is left for each service with the way there', async () => {
    await render({}, at());
    const link = await screen.findByRole('link', {
      name: 'What to do: A runbook says how to restore',
    });
    expect(link).toHaveAttribute(
      'href',
      '/catalog/default/component/ledger/reliability?view=readiness&checklist=production-readiness&item=restore-runbook',
    );
  });

  it('lists the services of a team that is chosen', async () => {
    const { asked } = await render({}, at());
    const teams = await screen.findByRole('table', { name: 'Teams' });
    await userEvent.click(
      within(teams).getByRole('button', { name: 'search' }),
    );
    await waitFor(() =>
      expect(asked('listCampaignServices').pop()).toEqual({
        id: 'c1',
        query: { owner: ['group:default/search'], limit: 25 },
      }),
    );
    expect(search()).toBe('?owner=group%3Adefault%2Fsearch');
  });

  it('is ended after a question, with a note', async () => {
    const { asked } = await render({}, at());
    await press('End now');
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText('Note'), {
      target: { value: 'Good enough' },
    });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'End now' }),
    );
    expect(
      await screen.findByText('The campaign has ended.'),
    ).toBeInTheDocument();
    expect(asked('decideCampaign')).toEqual([
      { id: 'c1', body: { action: 'end', note: 'Good enough' } },
    ]);
  });

  it('says why it was not decided', async () => {
    await render(
      { decideCampaign: () => Promise.reject(new NotAllowedError('no')) },
      at(),
    );
    await press('Cancel it');
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Cancel it' }),
    );
    expect(
      await within(dialog).findByText('You may not manage campaigns.'),
    ).toBeInTheDocument();
  });

  it('offers its checks as a rule once it has ended', async () => {
    await render({}, at('ended'));
    await press('What would change');
    expect(
      await screen.findByText('1 of 310 services would lose a level now.'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('region', { name: /^For app-config/ }),
    ).toHaveTextContent('- id: "restore-tested"');
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
  });

  it('leaves the days out for those who see a part of the services', async () => {
    await render(
      {
        getCampaignProgress: () => ({
          now: campaign().totals,
          partial: true,
          days: [],
          ideal: [],
          projection: null,
        }),
      },
      at(),
    );
    expect(
      await screen.findByText(/You do not see every service/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('img', { name: /^Burn-up/ })).toBeNull();
  });

  it('says of a check that is gone that nobody knows', async () => {
    const [check] = campaign().requirements;
    await render(
      {
        getCampaign: () =>
          campaignResponse({
            requirements: [{ ...check, enforcement: null } as typeof check],
          }),
      },
      at(),
    );
    expect(
      await screen.findByText(/no longer in the rules/),
    ).toBeInTheDocument();
  });
});
