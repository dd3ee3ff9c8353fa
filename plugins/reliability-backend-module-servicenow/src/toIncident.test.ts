import { Row } from './rows';
import { Learned, toIncident } from './toIncident';

const AT = Date.parse('2026-06-01T10:00:00Z');
const ID = 'a'.repeat(32);
const OTHER = 'b'.repeat(32);

const row = (cells: Record<string, string | [string, string]>): Row =>
  Object.fromEntries(
    Object.entries(cells).map(([name, cell]) => {
      const [value, shown] = typeof cell === 'string' ? [cell, cell] : cell;
      return [name, { value, display_value: shown }];
    }),
  );

const mapped = (
  cells: Record<string, string | [string, string]>,
  learned: Learned = { tasks: [] },
  childrenAreMerged = true,
) =>
  toIncident(
    row({
      sys_id: ID,
      sys_updated_on: '2026-06-01 12:00:00',
      opened_at: '2026-06-01 10:00:00',
      state: '1',
      ...cells,
    }),
    learned,
    { baseUrl: 'https://acme.example/', childrenAreMerged },
  );

describe('an incident of ServiceNow', () => {
  it.each([
    ['1', 'open'],
    ['2', 'acknowledged'],
    ['3', 'acknowledged'],
    ['6', 'resolved'],
    ['7', 'closed'],
    ['8', 'declined'],
    ['42', 'open'],
  ])('in state %s is %s', (state, status) => {
    expect(mapped({ state })).toMatchObject({ status });
  });

  it.each([
    ['resolved_at', 'resolved'],
    ['closed_at', 'closed'],
  ])('in a state of their own with a %s is %s', (column, status) => {
    const cells = { state: '42', [column]: '2026-06-01 11:00:00' };
    expect(mapped(cells)).toMatchObject({ status });
  });

  it('has its times in UTC', () => {
    const { stamps, updatedAt } = mapped({
      state: '7',
      resolved_at: '2026-06-01 11:00:00',
      closed_at: '2026-06-01 12:00:00',
    });
    expect(updatedAt).toBe(AT + 2 * 3600_000);
    expect(stamps).toEqual({
      declared: { at: AT, from: 'provider' },
      resolved: { at: AT + 3600_000, from: 'provider' },
      closed: { at: AT + 2 * 3600_000, from: 'provider' },
    });
  });

  it.each(['yesterday', '01/06/2026 11:00', '2026-13-45 99:00:00', ''])(
    'has no stamp of the time "%s"',
    text => {
      const { stamps } = mapped({ state: '6', resolved_at: text });
      expect(stamps.resolved).toBeUndefined();
    },
  );

  it('that was reopened has no stamp from before', () => {
    const { stamps, reopenedAt } = mapped({
      state: '2',
      resolved_at: '2026-06-01 10:30:00',
      reopened_time: '2026-06-01 11:00:00',
    });
    expect(Object.keys(stamps)).toEqual(['declared']);
    expect(reopenedAt).toEqual([AT + 3600_000]);
  });

  it.each([
    [['1', '1 - Critical'], 'P1'],
    [['5', '5 - Planning'], 'P5'],
    [['10', 'Kitchen on fire'], 'Kitchen on fire'],
    ['', null],
  ] as [string | [string, string], string | null][])(
    'of priority %j has the severity %s',
    (priority, severity) => {
      expect(mapped({ priority })).toMatchObject({ severity });
    },
  );

  it('is about its service, its item and the entity it names', () => {
    const { subjects, entityRefs } = mapped({
      business_service: [ID, 'Payments'],
      cmdb_ci: [OTHER, 'db-17'],
      u_backstage_entity_id: 'Component:default/Payments',
    });
    expect(subjects).toEqual([
      {
        kind: 'entity-id',
        id: 'Component:default/Payments',
        label: 'Component:default/Payments',
      },
      { kind: 'business-service', id: ID, label: 'Payments' },
      { kind: 'configuration-item', id: OTHER, label: 'db-17' },
    ]);
    expect(entityRefs).toEqual(['component:default/payments']);
  });

  it('is about nothing by what is no id', () => {
    const cells = { business_service: '../x', u_backstage_entity_id: 'pay' };
    expect(mapped(cells)).toMatchObject({
      subjects: [{ kind: 'entity-id', id: 'pay' }],
      entityRefs: [],
    });
  });

  it.each([
    [true, 'merged', OTHER],
    [false, 'open', undefined],
  ])('under a parent, merged: %s, is %s', (isMerged, status, mergedInto) => {
    const cells = { parent_incident: OTHER };
    const incident = mapped(cells, { tasks: [] }, isMerged);
    expect([incident.status, incident.mergedInto]).toEqual([
      status,
      mergedInto,
    ]);
  });

  it('names its change, its person and its page', () => {
    expect(
      mapped({
        number: 'INC0010001',
        caused_by: [OTHER, 'CHG0030001'],
        assigned_to: [OTHER, 'Ana Lima'],
        'assigned_to.email': 'Ana.Lima@example.com',
      }),
    ).toMatchObject({
      reference: 'INC0010001',
      url: `https://acme.example/incident.do?sys_id=${ID}`,
      change: {
        title: 'CHG0030001',
        url: `https://acme.example/change_request.do?sys_id=${OTHER}`,
      },
      responders: [
        {
          person: {
            id: OTHER,
            name: 'Ana Lima',
            email: 'ana.lima@example.com',
          },
        },
      ],
      customerImpact: null,
    });
  });

  it.each([
    [{ state: '151' }, 'open'],
    [{ state: '2' }, 'in-progress'],
    [{ state: '157', closed_at: '2026-06-01 11:00:00' }, 'done'],
    [{ state: '157', closure_code: 'canceled' }, 'wont-do'],
    [{ state: '7' }, 'wont-do'],
    [{ state: '99', active: 'true' }, 'open'],
    [{ state: '99', active: 'false' }, 'done'],
  ])('has of the task %j a follow-up that is %s', (task, status) => {
    const { followUps } = mapped(
      {},
      { tasks: [row({ sys_id: OTHER, ...task })] },
    );
    const doneAt = 'closed_at' in task ? AT + 3600_000 : undefined;
    expect(followUps).toMatchObject([{ externalId: OTHER, status }]);
    expect(followUps[0].doneAt).toBe(doneAt);
  });

  it.each([
    [{ state: '101', active: 'true' }, 'draft'],
    [{ state: '104', active: 'true' }, 'draft'],
    [{ state: '107', active: 'true' }, 'published'],
    [{ state: '200', active: 'false' }, 'published'],
  ])('has of the problem %j a postmortem that is %s', (problem, status) => {
    const { postmortems } = mapped(
      { problem_id: OTHER },
      { problem: row({ sys_id: OTHER, ...problem }), tasks: [] },
    );
    expect(postmortems).toMatchObject([{ externalId: OTHER, status }]);
  });
});
