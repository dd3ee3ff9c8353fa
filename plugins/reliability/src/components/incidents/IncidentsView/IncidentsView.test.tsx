import type { ListIncidentsQuery } from '@plimsoll/backstage-plugin-reliability-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  followUpsResponse,
  incidentItem,
  incidentsResponse,
  openIncident,
  serviceIncidents,
  serviceWithoutIncidents,
} from '../../../testUtils';
import { renderIncidents } from '../../../__testUtils__/renderIncidents';

jest.setTimeout(60_000);

const part = (name: string | RegExp) => screen.findByRole('region', { name });
const late = incidentItem({
  postmortem: { state: 'overdue', dueAt: '2026-11-20T10:02:00Z' },
});
/** Answers what goes on, and whose postmortem is late, apart. */
const answers = async ({ status }: ListIncidentsQuery) =>
  incidentsResponse([status ? openIncident() : late]);

describe('the incidents of a service, at the top', () => {
  it('say what goes on, how bad it is and for how long', async () => {
    await renderIncidents({}, { api: { getIncidents: answers } });
    const now = await part('Now');
    await within(now).findByText('1 incident goes on.');
    expect(
      within(now).getByRole('list', { name: 'Incidents that go on' }),
    ).toHaveTextContent(
      /Severity: SEV2INC-43 Search answers slowlyOpen1 hr so far/,
    );
    expect(
      within(now).getByRole('link', { name: 'INC-43 Search answers slowly' }),
    ).toHaveAttribute('href', '/reliability/incidents/pd-main%3AQ2');
  });

  it('say what is owed, each with the way to do it', async () => {
    await renderIncidents(
      {},
      {
        api: {
          getIncidents: answers,
          getFollowUps: async () =>
            followUpsResponse(undefined, { totalItems: 7 }),
        },
      },
    );
    const owed = await part('Owed');
    expect(owed).toHaveTextContent(/1 postmortem is overdue/);
    expect(
      within(owed).getByRole('link', {
        name: 'Write the postmortem of INC-42, Payments are refused',
      }),
    ).toHaveAttribute('href', '/reliability/incidents/pd-main%3AQ1/postmortem');
    expect(owed).toHaveTextContent(
      /7 follow-ups are overdue\.Try the restore of the ledger \(INC-42\), due Nov 12, 2026.*and 5 more/,
    );
  });

  it('ask for what goes on however long ago it began', async () => {
    const getIncidents = jest.fn(answers);
    await renderIncidents({}, { api: { getIncidents } });
    await part('Owed');
    const asked = getIncidents.mock.calls.map(([query]) => query);
    expect(asked).toEqual([
      expect.objectContaining({
        service: ['component:default/checkout'],
        status: ['active'],
      }),
      expect.objectContaining({ postmortem: ['overdue'] }),
    ]);
    expect(asked.some(query => 'from' in query)).toBe(false);
  });

  const [connected] = serviceIncidents().sources;
  it.each([
    ['nothing goes on', serviceIncidents(), /^Nothing is going on\.$/],
    [
      'nothing goes on where incidents are recorded here',
      serviceIncidents({ sources: [] }),
      /^Nothing is going on\.$/,
    ],
    [
      'it cannot be known where nothing is connected',
      serviceWithoutIncidents(),
      /^Nothing is known to be going on; no source of incidents is connected\.$/,
    ],
    [
      'it cannot be known where a source was not read',
      serviceIncidents({ sources: [{ ...connected, readAt: null }] }),
      /^Nothing is known to be going on; pd-main was not read yet\.$/,
    ],
    [
      'it cannot be known where a source was not read for long',
      serviceIncidents({
        sources: [
          connected,
          { ...connected, account: 'snow', readAt: '2026-11-20T04:00:00.000Z' },
        ],
      }),
      /^Nothing is known to be going on; snow was last read .* ago\.$/,
    ],
  ])('say that %s', async (_, answer, words) => {
    await renderIncidents(answer);
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(await part('Owed')).toHaveTextContent('Nothing is overdue.');
  });

  const { contract } = serviceIncidents();
  it.each([
    [
      'until when',
      contract,
      'Its tier, Mission critical, wants a postmortem of SEV1, SEV2: a draft within 2 days, published within 7 days.',
    ],
    [
      'without a time',
      { ...contract!, draftMs: null, publishMs: null },
      'Its tier, Mission critical, wants a postmortem of SEV1, SEV2: at any time.',
    ],
    [
      'none',
      { ...contract!, severities: [] },
      'Its tier, Mission critical, wants no postmortems.',
    ],
  ])('say which postmortems the tier wants: %s', async (_, wanted, words) => {
    await renderIncidents({ contract: wanted });
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it.each([
    [true, 1],
    [false, 0],
  ])('offer to declare one: %s', async (canEdit, buttons) => {
    await renderIncidents({ canEdit });
    await part('Owed');
    expect(
      screen.queryAllByRole('button', { name: 'Declare an incident' }),
    ).toHaveLength(buttons);
  });
});

describe('the list of the incidents of a service', () => {
  it('has what each was, when, how long, and what is owed for it', async () => {
    await renderIncidents();
    const list = await screen.findByRole('list', { name: 'Incidents' });
    expect(within(list).getAllByRole('listitem')[1]).toHaveTextContent(
      /SEV1ResolvedINC-42 Payments are refusedCustomers felt it41 % of a budget.*48 minPostmortem in draft, due .*1 follow-up open/,
    );
  });

  it('is narrowed at the server, and the address says how', async () => {
    const getServiceIncidents = jest.fn(async () => serviceIncidents());
    await renderIncidents({}, { api: { getServiceIncidents } });
    await userEvent.click(
      await screen.findByRole('button', { name: /^Severity: any/ }),
    );
    await userEvent.click(screen.getByRole('checkbox', { name: 'SEV1' }));
    await waitFor(() =>
      expect(getServiceIncidents).toHaveBeenLastCalledWith(
        'component:default/checkout',
        { days: 90, limit: 25, severity: ['1'] },
        expect.anything(),
      ),
    );
  });

  it('looks further back when asked', async () => {
    const getServiceIncidents = jest.fn(async () => serviceIncidents());
    await renderIncidents({}, { api: { getServiceIncidents } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Last 1 year' }),
    );
    await waitFor(() =>
      expect(getServiceIncidents).toHaveBeenLastCalledWith(
        expect.anything(),
        { days: 365, limit: 25 },
        expect.anything(),
      ),
    );
  });

  const source = serviceIncidents().sources[0];
  it.each([
    [
      'since when that is known',
      [source],
      /None began in the last 90 days\. Known since Aug 22, 2026/,
    ],
    [
      'that a source is still being read',
      [{ ...source, backfilledTo: '2026-11-01T00:00:00Z' }],
      /pd-main is known since Nov 1, 2026; what was before is still being read/,
    ],
    [
      'that a source was not read',
      [{ ...source, readAt: null }],
      /pd-main was not read yet/,
    ],
  ])('that is empty says %s', async (_, sources, words) => {
    await renderIncidents(serviceWithoutIncidents({ sources }));
    await screen.findByText('No incident in this time');
    expect(await part('Incidents')).toHaveTextContent(words);
  });

  it('offers to forget the filters where nothing fits', async () => {
    const getServiceIncidents = jest.fn(async () =>
      serviceWithoutIncidents({ sources: [source] }),
    );
    await renderIncidents(
      {},
      { api: { getServiceIncidents }, path: '/?view=incidents&severity=1' },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(() =>
      expect(getServiceIncidents).toHaveBeenLastCalledWith(
        expect.anything(),
        { days: 90, limit: 25 },
        expect.anything(),
      ),
    );
  });
});

describe('where incidents come from', () => {
  it('is said with the age of what is known', async () => {
    await renderIncidents({
      sources: [
        {
          pushed: false,
          account: 'snow',
          provider: 'servicenow',
          readAt: '2026-11-20T08:00:00Z',
          error: '429 Too Many Requests',
          backfilledTo: '2026-10-12T00:00:00Z',
        },
      ],
    });
    expect(await part('Where this comes from')).toHaveTextContent(
      /snow \(ServiceNow\): read .*, known since Oct 12, 2026.*the last reading failed: 429/,
    );
  });

  it('is explained where nothing is connected, with an annotation to copy', async () => {
    await renderIncidents(serviceWithoutIncidents());
    const connect = await part(
      'No incidents are known, and no source is connected',
    );
    expect(connect).toHaveTextContent(/plimsoll\.dev\/incidents: pagerduty/);
    expect(connect).toHaveTextContent(/That is not the same as no incidents/);
  });

  it('names annotations that cannot be followed', async () => {
    await renderIncidents({
      problems: [
        {
          annotation: 'plimsoll.dev/incidents',
          value: 'x:y',
          message: 'no account is called "x"',
        },
      ],
    });
    expect(await part('Problems in annotations')).toHaveTextContent(
      /plimsoll\.dev\/incidents: x:y.*no account is called "x"/,
    );
  });
});
