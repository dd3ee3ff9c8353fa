import { NotAllowedError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage, search } from '../../../__testUtils__/renderPage';
import { callMock, type Answers } from '../../../testUtils/callMock';
import { kpi, kpisResponse } from '../../../testUtils/kpis';
import { KpisPage } from './KpisPage';

jest.setTimeout(60_000);

type GetKpis = NonNullable<Answers['getKpis']>;

async function render(getKpis: GetKpis = () => kpisResponse(), path = '/') {
  const asked = jest.fn(getKpis);
  await renderPage(<KpisPage />, {
    path,
    api: { call: callMock({ getKpis: asked }) },
  });
  return asked;
}
const card = (name: string) => screen.findByRole('article', { name });

describe('the executive page', () => {
  it('says first how many targets are met, and which are not', async () => {
    await render(() =>
      kpisResponse({
        items: [kpi('slo-compliance'), kpi('repeat-rate'), kpi('rpo-met')],
      }),
    );
    const section = await screen.findByRole('region', {
      name: 'How reliable are we?',
    });
    expect(section).toHaveTextContent('1 of 2 targets are met.');
    expect(section).toHaveTextContent(
      'Missed: SLOs that meet their objective.',
    );
    expect(section).toHaveTextContent('1 figure with a target is not known');
  });

  it('tells a figure with target, trend and what it rests on', async () => {
    await render();
    const found = await card('SLOs that meet their objective');
    expect(found).toHaveTextContent('91.3 %');
    expect(found).toHaveTextContent('Missedtarget at least 95 %');
    expect(found).toHaveTextContent('worse, was 94.1 %');
    expect(found).toHaveTextContent('46 of 52 SLOs');
    const parts = within(found).getByRole('list', { name: /in parts/ });
    expect(parts).toHaveTextContent('Mission critical83.3 %Missed');
    expect(parts).toHaveTextContent('SupportingNot known');
  });

  it('shows as many digits as tell a missed figure from its target', async () => {
    await render(() =>
      kpisResponse({
        services: 10_000,
        items: [kpi('slo-compliance', { value: 94.96, target: 95, met: 'no' })],
      }),
    );
    expect(await card('SLOs that meet their objective')).toHaveTextContent(
      '94.96 %',
    );
    expect(screen.getByText(/^10,000 services/)).toBeInTheDocument();
  });

  it.each([
    ['RPO met', 'Not known'],
    ['Time to restore', '48 min'],
    ['Time to restore', '90th percentile 5 hr, 10 min'],
    ['Postmortems published in time', 'rests on fewer than 10'],
    ['Pages outside of working hours', '158 of 158 pages, 80 % known'],
    ['Pages a week for each rotation', '4.2 a week'],
    ['Developer satisfaction', '4.1 of 5'],
  ])('says of “%s”: %s', async (name, words) => {
    await render();
    expect(await card(name)).toHaveTextContent(words);
  });

  it('never shows 0 for what is not known', async () => {
    await render();
    expect(await card('RPO met')).not.toHaveTextContent(/\b0 %/);
  });

  it('opens what a figure is', async () => {
    await render();
    await userEvent.click(
      await screen.findByRole('button', { name: 'What is “RTO met”?' }),
    );
    const dialog = screen.getByRole('dialog', { name: 'RTO met' });
    expect(dialog).toHaveTextContent('median time to restore');
    expect(dialog).toHaveTextContent('target at least 90 %');
  });

  it('leads to where each value is seen', async () => {
    await render();
    const link = await screen.findByRole('link', {
      name: 'See each: Follow-ups done in time',
    });
    expect(link).toHaveAttribute(
      'href',
      '/reliability/incidents?tab=follow-ups',
    );
  });

  it('keeps period and services in the address', async () => {
    const asked = await render(
      undefined,
      '/?from=2026-10-01&to=2026-10-31&owner=group:default/red&tier=tier-0',
    );
    await card('RTO met');
    expect(asked).toHaveBeenLastCalledWith({
      query: {
        from: '2026-10-01',
        to: '2026-10-31',
        owner: ['group:default/red'],
        tier: ['tier-0'],
      },
    });
    await userEvent.click(screen.getByRole('button', { name: '90 days' }));
    expect(search()).toBe('?days=90&owner=group%3Adefault%2Fred&tier=tier-0');
  });

  it('says what to do where no service matches', async () => {
    await render(() => kpisResponse({ services: 0 }), '/?owner=x');
    expect(await screen.findByText('No service matches')).toBeVisible();
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear the filters' })[1],
    );
    expect(search()).toBe('');
  });

  it('says where no day was kept yet', async () => {
    await render(() => kpisResponse({ history: [] }));
    expect(await screen.findByText(/No day of this period/)).toBeVisible();
  });

  it('can be tried again when it failed', async () => {
    const answers = [
      () => Promise.reject(new Error('locked')),
      () => kpisResponse(),
    ];
    await render(() => answers.shift()!());
    await userEvent.click(
      await screen.findByRole('button', { name: /again/i }),
    );
    expect(await card('RTO met')).toBeVisible();
  });

  it('says that it is forbidden', async () => {
    await render(() => Promise.reject(new NotAllowedError('no')));
    expect(await screen.findByText(/not allowed|permission/i)).toBeVisible();
  });
});
