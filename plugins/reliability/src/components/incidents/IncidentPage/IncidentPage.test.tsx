import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { IncidentResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Settings } from 'luxon';
import type { ReliabilityApi } from '../../../api';
import { renderPage } from '../../../__testUtils__/renderPage';
import {
  hidden,
  incidentResponse,
  NOW,
  openIncident,
  timelineEvent,
} from '../../../testUtils';
import { IncidentPage } from './IncidentPage';

jest.setTimeout(60_000);

beforeEach(() => {
  Settings.now = () => Date.parse(NOW);
});
afterEach(() => {
  Settings.now = () => Date.now();
});

const render = (
  incident: Partial<IncidentResponse> = {},
  api: Partial<ReliabilityApi> = {},
) =>
  renderPage(<IncidentPage id="pd-main:Q1" />, {
    api: { getIncident: async () => incidentResponse(incident), ...api },
  });
const part = (name: string | RegExp) => screen.findByRole('region', { name });
const recorded = incidentResponse({
  ...openIncident(),
  provider: 'portal',
  account: 'portal',
  url: null,
});

describe('the page of an incident', () => {
  it('says what it is, how bad, how far, how long and whom it concerns', async () => {
    await render();
    const head = await part('INC-42 Payments are refused');
    expect(head).toHaveTextContent(
      /SEV1Resolved18 Nov 2026, 09:14, 48 min.*Customers felt it41 % of a budget.*Checkout.*Mission critical · payments.*by an annotation of the service.*every payment.*connection pool exhausted/,
    );
    expect(
      within(head).getByRole('link', { name: /Open it at PagerDuty/ }),
    ).toHaveAttribute(
      'href',
      'https://kittiwake.pagerduty.example/incidents/Q1',
    );
  });

  it.each<[string, Partial<IncidentResponse>, RegExp]>([
    [
      'that it is private',
      { isPrivate: true, title: 'Private incident', summary: '' },
      /Its provider keeps it private/,
    ],
    ['that nobody wrote a summary', { summary: '' }, /Nobody wrote a summary/],
    [
      'that nobody said whether customers felt it',
      { customerImpact: null },
      /Nobody said whether they felt it/,
    ],
    [
      'that no service is known',
      { services: [] },
      /It is not known which service it concerns/,
    ],
    [
      'where it goes on',
      { status: 'merged', mergedInto: 'pd-main:Q9' },
      /It goes on under another incident/,
    ],
    [
      'what change it came from',
      { change: { title: 'checkout 4.12.0', url: null } },
      /Came from the change.*checkout 4\.12\.0/,
    ],
  ])('says %s', async (_, incident, words) => {
    const { container } = await render(incident);
    await part('What next');
    expect(container).toHaveTextContent(words);
  });

  it.each<[string, Partial<IncidentResponse>, RegExp]>([
    [
      'the postmortem and until when',
      {},
      /Finish the postmortem until Nov 25, 2026 \(in 5 days\).*1 follow-up is to be done/,
    ],
    [
      'a postmortem that is late',
      { postmortem: { state: 'overdue', dueAt: '2026-11-19T00:00:00Z' } },
      /Write the postmortem: it was due on Nov 19, 2026/,
    ],
    [
      'follow-ups that are late',
      { followUps: { open: 3, overdue: 2, total: 3 } },
      /3 follow-ups are to be done, 2 of them are overdue/,
    ],
    [
      'that its provider resolves it',
      openIncident(),
      /Resolve it at PagerDuty; it changes here by itself/,
    ],
    [
      'what is missing',
      { customerImpact: null, services: [] },
      /Say which service it concerns.*Say whether customers felt it/,
    ],
    [
      'the times of the impact',
      { stamps: {} },
      /Say when customers felt it first and last/,
    ],
    [
      'nothing where nothing is left',
      {
        isPrivate: true,
        postmortem: { state: 'not-required', dueAt: null },
        followUps: { open: 0, overdue: 0, total: 0 },
        canEdit: false,
      },
      /Nothing is left to do/,
    ],
  ])('names what is next: %s', async (_, incident, words) => {
    await render(incident);
    expect(await part('What next')).toHaveTextContent(words);
  });

  it('resolves one that is recorded here, and shows it as it is then', async () => {
    const patchIncident = jest.fn(async () =>
      incidentResponse({ ...recorded, status: 'resolved' }),
    );
    await render(recorded, { patchIncident });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Resolve' }),
    );
    expect(patchIncident).toHaveBeenCalledWith('pd-main:Q2', {
      status: 'resolved',
    });
    expect(
      await screen.findByRole('button', { name: 'Reopen' }),
    ).toBeInTheDocument();
  });

  it('says why a step was refused', async () => {
    await render(recorded, {
      patchIncident: () => Promise.reject(new NotAllowedError('no')),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Acknowledge' }),
    );
    expect(
      await screen.findByText('You may not change this incident.'),
    ).toBeInTheDocument();
  });

  it.each<[string, Partial<IncidentResponse>]>([
    ['of a provider', openIncident()],
    ['of others', { ...recorded, canEdit: false }],
  ])('offers no steps for incidents %s', async (_, incident) => {
    await render(incident);
    await part('What next');
    expect(
      screen.queryByRole('group', { name: 'How far it is now' }),
    ).not.toBeInTheDocument();
  });

  it('is read again while the incident goes on', async () => {
    jest.useFakeTimers();
    try {
      const getIncident = jest
        .fn()
        .mockResolvedValueOnce(incidentResponse(openIncident()))
        .mockResolvedValue(incidentResponse());
      await render({}, { getIncident });
      await screen.findByText('Open');
      await jest.advanceTimersByTimeAsync(16_000);
      await waitFor(() =>
        expect(screen.getAllByText('Resolved').length).toBeGreaterThan(0),
      );
      await jest.advanceTimersByTimeAsync(60_000);
      expect(getIncident).toHaveBeenCalledTimes(2);
    } finally {
      jest.useRealTimers();
    }
  });

  it.each([
    ['not there', new NotFoundError('no'), 'Not found'],
    ['forbidden', new NotAllowedError('no'), 'You may not see this'],
    ['failed', new Error('gone'), 'This could not be loaded'],
  ])('has a face for %s', async (_, error, text) => {
    await render({}, { getIncident: () => Promise.reject(error) });
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('numbers people whose names are hidden', async () => {
    await render({
      namesHidden: true,
      responders: [{ person: hidden('a'), role: null, engagedAt: null }],
      timeline: [
        timelineEvent({ kind: 'page', stamp: null, person: hidden('b') }),
      ],
    });
    expect(await part('People')).toHaveTextContent('Person 1');
    expect(await part('Timeline')).toHaveTextContent(
      /Names are hidden.*Paged.*Person 2/,
    );
  });
});
