import type {
  IncidentItem,
  IncidentSeverity,
} from '@plimsoll/backstage-plugin-reliability-common';
import { screen, within } from '@testing-library/react';
import { Settings } from 'luxon';
import { renderPage } from '../../../__testUtils__/renderPage';
import {
  incidentItem,
  incidentResponse,
  incidentService,
  NOW,
} from '../../../testUtils';
import { IncidentList, PostmortemMark, SeverityChip, StampList } from '.';

jest.setTimeout(60_000);

beforeEach(() => {
  Settings.now = () => Date.parse(NOW);
});
afterEach(() => {
  Settings.now = () => Date.now();
});

const severity = (overrides: Partial<IncidentSeverity>): IncidentSeverity => ({
  raw: 'P1',
  level: 1,
  name: 'Critical',
  from: 'provider',
  ...overrides,
});

describe('a severity', () => {
  it.each<[string, IncidentSeverity, string, RegExp]>([
    [
      'by the name of the company',
      severity({}),
      'Severity: Critical',
      /The provider says “P1”/,
    ],
    [
      'as not mapped, in the words of the provider',
      severity({ level: null, raw: 'purple' }),
      'Severity: purple, not mapped',
      /reliability\.incidents\.severities does not map/,
    ],
    [
      'as none',
      severity({ level: null, raw: null }),
      'Severity: No severity',
      /counts in none/,
    ],
    [
      'as set by a person',
      severity({ from: 'person' }),
      'Severity: Critical',
      /Set by a person/,
    ],
  ])('is told %s', async (_, value, words, help) => {
    await renderPage(
      <div data-testid="chip">
        <SeverityChip severity={value} />
      </div>,
    );
    expect(screen.getByTestId('chip')).toHaveTextContent(words);
    expect(screen.getByTitle(help)).toBeInTheDocument();
  });
});

describe('a postmortem', () => {
  const dueAt = '2026-11-23T09:00:00Z';
  it.each<[IncidentItem['postmortem'], string]>([
    [{ state: 'missing', dueAt }, 'Postmortem missing, due in 3 days'],
    [{ state: 'draft', dueAt: null }, 'Postmortem in draft'],
    [
      { state: 'overdue', dueAt: '2026-11-18T09:00:00Z' },
      'Postmortem overdue since Nov 18, 2026',
    ],
    [{ state: 'published', dueAt }, 'Postmortem published'],
    [{ state: 'not-required', dueAt }, 'No postmortem needed'],
  ])('%j is told', async (postmortem, words) => {
    await renderPage(<PostmortemMark {...postmortem} />);
    expect(screen.getByText(words)).toBeInTheDocument();
  });
});

describe('the times of an incident', () => {
  const { stamps } = incidentResponse();

  it('say who says so, and name those that nobody recorded', async () => {
    const { container } = await renderPage(
      <StampList stamps={stamps} status="resolved" />,
    );
    expect(container).toHaveTextContent(
      /Impact began18 Nov 2026, 09:02by a personDetected.*worked out of what the provider saysDeclared.*from the provider.*MitigatedNot recorded.*ClosedNot recorded/,
    );
  });

  it('tell what may still come from what is missing', async () => {
    const { declared, detected } = stamps;
    const { container } = await renderPage(
      <StampList stamps={{ declared, detected }} status="open" />,
    );
    expect(container).toHaveTextContent(
      /Impact beganNot recorded.*AcknowledgedNot yet.*ResolvedNot yet/,
    );
  });
});

describe('a list of incidents', () => {
  const row = async (incident: Partial<IncidentItem>, ofOneService = false) => {
    await renderPage(
      <IncidentList
        label="Some"
        incidents={[incidentItem(incident)]}
        ofOneService={ofOneService}
      />,
    );
    return within(screen.getByRole('list', { name: 'Some' })).getByRole(
      'listitem',
    );
  };
  const many = ['a', 'b', 'c', 'd', 'e'].map(name =>
    incidentService({ entityRef: `component:default/${name}`, title: name }),
  );

  it.each<[string, Partial<IncidentItem>, RegExp]>([
    [
      'the first services of many',
      { services: many },
      /a, b, c and 2 more services/,
    ],
    ['that it is of no service yet', { services: [] }, /No service yet/],
    [
      'what kind it is',
      { isTest: true, isPrivate: true, repeatOf: 'x' },
      /Exercise.*Private.*Repeat/,
    ],
    ['what it took of a budget', { budgetSpent: 0.01 }, /1 % of a budget/],
    ['that its length is not known', { durationMs: null }, /length not known/],
    [
      'what is open and late',
      { followUps: { open: 3, overdue: 1, total: 4 } },
      /3 follow-ups open, 1 overdue/,
    ],
    [
      'that all was done',
      { followUps: { open: 0, overdue: 0, total: 4 } },
      /all 4 follow-ups done/,
    ],
  ])('says %s', async (_, incident, words) => {
    expect(await row(incident)).toHaveTextContent(words);
  });

  it.each([null, 0.0099])(
    'says nothing of a budget of which it took %s',
    async budgetSpent => {
      expect(await row({ budgetSpent })).not.toHaveTextContent('of a budget');
    },
  );

  it('leads to the incident and to the incidents of its service', async () => {
    const item = await row({});
    expect(
      within(item)
        .getAllByRole('link')
        .map(link => link.getAttribute('href')),
    ).toEqual([
      '/reliability/incidents/pd-main%3AQ1',
      '/catalog/default/component/checkout/reliability?view=incidents',
    ]);
  });

  it('of one service does not name it', async () => {
    expect(await row({}, true)).not.toHaveTextContent('Checkout');
  });
});
