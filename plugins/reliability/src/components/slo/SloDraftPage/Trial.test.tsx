import { NotAllowedError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../../__testUtils__/renderPage';
import type { ReliabilityApi } from '../../../api';
import { dryRunResponse, understoodSlo } from '../../../testUtils';
import { SloDraftPage } from './SloDraftPage';

jest.setTimeout(60_000);

const document = 'kind: SLO\n';

beforeEach(() =>
  sessionStorage.setItem('plimsoll.slo-draft', JSON.stringify(document)),
);

const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));

async function tryIt(
  dryRunSlo: ReliabilityApi['dryRunSlo'] = async () => dryRunResponse(),
) {
  await renderPage(<SloDraftPage />, { api: { dryRunSlo } });
  await press('Trial run');
  return screen.findByRole('region', { name: 'Trial run: availability' });
}
const of = (objective: Parameters<typeof dryRunResponse>[0]) =>
  tryIt(async () => dryRunResponse(objective));

describe('a trial run', () => {
  it('asks for as many days as are chosen', async () => {
    const dryRunSlo = jest.fn(async () => dryRunResponse());
    await renderPage(<SloDraftPage />, { api: { dryRunSlo } });
    await press('90 days');
    await press('Trial run');
    await screen.findByRole('region', { name: /^Trial run/ });
    expect(dryRunSlo).toHaveBeenCalledWith({ document, days: 90 });
  });

  it('lets one SLO of several be chosen, once they are known', async () => {
    const dryRunSlo = jest.fn(async () => dryRunResponse());
    const slos = [
      understoodSlo(),
      understoodSlo({ name: 'latency', title: 'Answers are fast' }),
    ];
    await renderPage(<SloDraftPage />, {
      api: {
        dryRunSlo,
        validateSlos: async () => ({ valid: true, slos, diagnostics: [] }),
      },
    });
    await press('Check');
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'SLO' }),
      'Answers are fast',
    );
    await press('Trial run');
    await screen.findByRole('region', { name: /^Trial run/ });
    expect(dryRunSlo).toHaveBeenCalledWith({
      document,
      days: 30,
      name: 'latency',
    });
  });

  it('draws the budget, and tells it in a table', async () => {
    const part = await tryIt();
    expect(within(part).getByRole('img')).toHaveAccessibleName(
      /first 90 % left, at the end 40 % left/,
    );
    await userEvent.click(
      within(part).getByRole('button', { name: 'As a table' }),
    );
    const rows = within(part).getAllByRole('row').slice(1);
    expect(rows.map(row => row.textContent!.replace(/^.*[AP]M/, ''))).toEqual([
      '40 % left99.99 %',
      '45 % left95 %',
      '90 % left99.99 %',
      'Budget not known–',
    ]);
  });

  it('lists the alerts that would have fired', async () => {
    const part = await tryIt();
    expect(part).toHaveTextContent('1 page, 0 tickets.');
    expect(
      within(part).getByRole('list', { name: 'Alerts that would have fired' }),
    ).toHaveTextContent(/Page, over 1 hour and 5 minutes.*\(40 min\)/);
  });

  it('shows the newest of many alerts, and all when asked', async () => {
    const [alert] = dryRunResponse().objectives[0].alerts;
    const alerts = Array.from({ length: 12 }, (_, day) => ({
      ...alert,
      from: `2026-11-${day + 1}T10:00:00.000Z`.replace(/-(\d)T/, '-0$1T'),
      to: null,
    }));
    const part = await of({ alerts });
    const items = () => within(part).getAllByRole('listitem');
    expect(items()).toHaveLength(8);
    expect(items()[0]).toHaveTextContent(/from Nov 12.*still on/);
    await press('Show all 12');
    expect(items()).toHaveLength(12);
  });

  it.each([
    [999_500, '99.95 %', 'a target of 99.9 % leaves room'],
    [998_700, '99.87 %', 'this target would often be missed'],
    [999_000, '99.9 %', 'exactly the target was reached'],
    [null, '–', 'too few for a suggestion'],
  ])('suggests a target: %p', async (suggestedTarget, value, words) => {
    const part = await of({ suggestedTarget });
    const definition = within(part).getByText('Suggested target').parentElement;
    expect(definition).toHaveTextContent(value);
    expect(definition).toHaveTextContent(words);
  });

  it('says that the source knows nothing', async () => {
    const part = await of({ points: [], alerts: [], suggestedTarget: null });
    expect(part).toHaveTextContent('The source has nothing about this time.');
    expect(part).toHaveTextContent('Budget not known');
    expect(part).toHaveTextContent('None.');
    expect(within(part).queryByRole('img')).not.toBeInTheDocument();
  });
});

describe('a trial run that does not work', () => {
  it.each([
    ['the source failed', new Error('too many samples'), 'too many samples'],
    [
      'it is forbidden',
      new NotAllowedError('no'),
      'You may not run a trial: it runs the queries of the draft.',
    ],
    [
      'nobody answers',
      // As fetch throws it; the TypeError of a test is of another realm.
      Object.assign(new Error('Failed to fetch'), { name: 'TypeError' }),
      /The reliability backend did not answer/,
    ],
  ])('says that %s', async (_, error, words) => {
    await renderPage(<SloDraftPage />, {
      api: { dryRunSlo: jest.fn().mockRejectedValue(error) },
    });
    await press('Trial run');
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
  });
});
