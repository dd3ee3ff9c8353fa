import type { IncidentResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReliabilityApi } from '../../../api';
import { renderPage } from '../../../__testUtils__/renderPage';
import { incidentResponse, timelineEvent } from '../../../testUtils';
import { IncidentPage } from './IncidentPage';

jest.setTimeout(60_000);

const render = (
  incident: Partial<IncidentResponse> = {},
  api: Partial<ReliabilityApi> = {},
) =>
  renderPage(<IncidentPage id="pd-main:Q1" />, {
    api: { getIncident: async () => incidentResponse(incident), ...api },
  });
const part = (name: string) => screen.findByRole('region', { name });

describe('the parts of the page of an incident', () => {
  it('tell what happened, the oldest first, who did it and who says so', async () => {
    await render();
    const lines = within(
      await screen.findByRole('list', {
        name: 'What happened, the oldest first',
      }),
    ).getAllByRole('listitem');
    expect(lines.map(line => line.textContent)).toEqual([
      '18 Nov 2026, 09:02Impact beganby a person',
      '18 Nov 2026, 09:14Declaredfrom the provider',
      '18 Nov 2026, 09:15PagedABAnna Bergfrom the provider',
      '18 Nov 2026, 09:40UpdateBCBen Colefrom the providerThe report job is stopped; payments recover.',
      '18 Nov 2026, 10:02Resolvedfrom the provider',
    ]);
  });

  it('do not read what people write as Markdown or as a script', async () => {
    await render({
      timeline: [
        timelineEvent({
          kind: 'update',
          stamp: null,
          text: '<img src=x onerror=alert(1)> **not bold**',
          url: ['javascript', 'alert(1)'].join(':'),
        }),
      ],
    });
    const timeline = await part('Timeline');
    expect(timeline).toHaveTextContent(
      '<img src=x onerror=alert(1)> **not bold**',
    );
    expect(within(timeline).queryByRole('link')).not.toBeInTheDocument();
  });

  it('take a line for the timeline, and empty the field once it is stored', async () => {
    const patchIncident = jest.fn(async () => incidentResponse());
    await render({}, { patchIncident });
    const field = await screen.findByRole('textbox', {
      name: 'Add what happens now',
    });
    await userEvent.type(field, ' Rolled back ');
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(patchIncident).toHaveBeenCalledWith('pd-main:Q1', {
      update: 'Rolled back',
    });
    expect(field).toHaveValue('');
  });

  it('keep what was typed where it was refused', async () => {
    await render(
      {},
      { patchIncident: () => Promise.reject(new Error('database is locked')) },
    );
    const field = await screen.findByRole('textbox', {
      name: 'Add what happens now',
    });
    await userEvent.type(field, 'Rolled back');
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(
      await screen.findByText('It was not stored: database is locked'),
    ).toBeInTheDocument();
    expect(field).toHaveValue('Rolled back');
  });

  it.each<[string, Partial<IncidentResponse>, string, RegExp]>([
    [
      'lengths, and which cannot be told',
      {},
      'Times',
      /To detect3 min.*To mitigatecannot be told, a time is missing.*Impact1 hr/,
    ],
    [
      'who worked on it, and the calls that it took',
      {},
      'People',
      /Anna Berg.*commander.*since 18 Nov 2026, 09:16.*3 pages, 1 after hours, 0 of them at night, 1 that nobody acknowledged/,
    ],
    [
      'that nobody is recorded',
      {
        responders: [],
        pages: { total: 0, afterHours: 0, sleepHours: 0, unacknowledged: 0 },
      },
      'People',
      /Nobody is recorded\.No page is recorded\./,
    ],
    [
      'what it took out of budgets',
      {},
      'What it took out of budgets',
      /Requests succeed41 %17,700 of 240K/,
    ],
    [
      'that it was not measured to its end',
      {
        spends: [
          { ...incidentResponse().spends[0], final: false, share: null },
        ],
      },
      'What it took out of budgets',
      /no data so far/,
    ],
    [
      'that nothing was measured',
      { spends: [] },
      'What it took out of budgets',
      /No SLO of its services was measured/,
    ],
    [
      'what it is at the provider',
      {},
      'At the provider',
      /Checkout API \(prod\).*= Checkout.*service, account pd-main/,
    ],
    [
      'what people set',
      {
        edits: [
          {
            field: 'customerImpact',
            reported: false,
            value: true,
            by: 'user:default/anna.berg',
            at: '2026-11-19T08:00:00Z',
          },
          ...incidentResponse().edits,
        ],
      },
      'Set by people',
      /Customers felt it: yesthe provider says no; anna\.berg.*Impact began: 18 Nov 2026, 09:02the provider says nothing/,
    ],
    [
      'what repeats and what was changed before',
      {
        repeats: [
          {
            id: 'pd-main:Q0',
            reference: 'INC-7',
            startedAt: '2026-10-18T09:14:00Z',
          },
        ],
        nearbyChanges: [
          {
            id: 'd',
            at: '2026-11-18T08:55:00Z',
            kind: 'deploy',
            title: 'checkout 4.12.0',
            url: null,
            entityRef: 'component:default/checkout',
          },
        ],
      },
      'Around it',
      /INC-7.*deploy checkout 4\.12\.0 19 min before/,
    ],
  ])('tell %s', async (_, incident, name, words) => {
    await render(incident);
    expect(await part(name)).toHaveTextContent(words);
  });

  it('lead to answers that the incident contradicts', async () => {
    await render({
      contested: [
        {
          entityRef: 'component:default/checkout',
          checklistId: 'production-readiness',
          itemId: 'restore-tried',
          itemTitle: 'A restore was tried',
          followUpId: 'f1',
        },
      ],
    });
    expect(
      within(await part('Answers that it contradicts')).getByRole('link', {
        name: 'Open the checklist of checkout',
      }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/reliability?view=readiness&checklist=production-readiness&item=restore-tried',
    );
  });

  it('open the form that corrects it', async () => {
    await render();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Correct or add' }),
    );
    expect(await screen.findByRole('dialog')).toBeInTheDocument();
  });
});
