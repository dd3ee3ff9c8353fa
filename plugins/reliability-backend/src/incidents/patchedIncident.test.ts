import {
  effectiveIncident,
  IncidentEdits,
  patchIncidentRequestSchema,
  ReportedIncident,
  severityMap,
} from '@plimsoll/backstage-plugin-reliability-common';
import { reportedOf } from '../__testUtils__/incidentData';
import { HOUR, NOW } from '../__testUtils__/harness';
import { StoredIncident } from './incidentRow';
import { patchedIncident, requirePatchable } from './patchedIncident';

const BY = 'user:default/ada';
const iso = (at: number) => new Date(at).toISOString();

const stored = (
  reported: Partial<ReportedIncident> = {},
  { account = 'pager', edits = {} as IncidentEdits } = {},
): StoredIncident => ({
  id: `${account}:1`,
  account,
  provider: 'x',
  reported: { ...reportedOf('1'), ...reported },
  edits,
  services: [],
  postmortemRequired: false,
  updatedAt: NOW,
  contentHash: '',
  firstSeenAt: NOW,
});

const counting = (incident: StoredIncident) =>
  effectiveIncident({
    ...incident,
    entityRefs: [],
    severities: severityMap({ sev2: 2 }),
  });

const patch = (incident: StoredIncident, body: object, at = NOW) => {
  const command = patchIncidentRequestSchema.parse(body);
  requirePatchable(incident, command);
  const after = patchedIncident(incident, counting(incident), command, {
    by: BY,
    at,
  });
  return { after, counts: counting({ ...incident, ...after }) };
};

describe('an incident of a provider', () => {
  it.each<[string, object, object]>([
    ['a title', { title: 'Mine' }, { title: 'Mine' }],
    ['a severity', { severity: 1 }, { severity: { level: 1, from: 'person' } }],
    ['no severity', { severity: null }, { severity: { level: null } }],
    [
      'that customers felt it',
      { customerImpact: true },
      { customerImpact: true },
    ],
    ['a cause', { cause: 'Limit' }, { cause: 'Limit' }],
    [
      'a change',
      { change: { title: 'v2', url: 'https://ci.example/2' } },
      { change: { title: 'v2', url: 'https://ci.example/2' } },
    ],
    [
      'when it was detected',
      { stamps: { detected: iso(NOW - HOUR) } },
      { stamps: { detected: { at: NOW - HOUR, from: 'person' } } },
    ],
  ])('takes %s as an edit', (_, body, expected) => {
    const before = stored({ severity: 'sev2' });
    const { after, counts } = patch(before, body);
    expect(counts).toMatchObject(expected);
    expect(after.reported).toBe(before.reported);
  });

  it('loses a stamp that a person empties', () => {
    const { counts } = patch(stored(), { stamps: { declared: null } });
    expect(counts.stamps.declared).toBeUndefined();
  });

  it('changes nothing when it is as somebody says', () => {
    const before = stored({ severity: 'sev2', cause: 'Limit' });
    const { after } = patch(before, {
      severity: 2,
      cause: 'Limit',
      stamps: { declared: iso(NOW - HOUR) },
      revert: ['title'],
    });
    expect(after).toBe(before);
  });

  it('goes back to what its provider says', () => {
    const edits = { title: { value: 'Mine', by: BY, at: 1 } };
    const { after, counts } = patch(stored({}, { edits }), {
      revert: ['title'],
    });
    expect([after.edits, counts.title]).toEqual([{}, '1']);
  });
});

describe('an incident that is recorded here', () => {
  const portal = (reported: Partial<ReportedIncident> = {}) =>
    stored(reported, { account: 'portal' });

  it.each<[string, object]>([
    ['acknowledged', { acknowledged: { at: NOW } }],
    ['mitigated', { mitigated: { at: NOW } }],
    ['resolved', { resolved: { at: NOW } }],
    ['closed', { resolved: { at: NOW }, closed: { at: NOW } }],
  ])('gets its stamps of now when it is %s', (status, stamps) => {
    const { counts } = patch(portal(), { status });
    expect([counts.status, counts.stamps]).toMatchObject([status, stamps]);
  });

  it('is resolved when somebody says it was', () => {
    const at = NOW - HOUR / 2;
    const { counts } = patch(portal(), {
      status: 'resolved',
      stamps: { resolved: iso(at) },
    });
    expect(counts.stamps.resolved?.at).toBe(at);
  });

  it('is not resolved any more once it is open again, and resolved anew after that', () => {
    const first = patch(portal(), { status: 'closed' });
    const again = patch(
      { ...portal(), ...first.after },
      { status: 'open' },
      NOW + HOUR,
    );
    expect(again.counts).toMatchObject({
      status: 'open',
      reopenedAt: [NOW + HOUR],
    });
    expect(again.counts.stamps.resolved).toBeUndefined();
    const last = patch(
      { ...portal(), ...again.after },
      { status: 'resolved' },
      NOW + 2 * HOUR,
    );
    expect(last.counts.stamps).toMatchObject({
      resolved: { at: NOW + 2 * HOUR },
    });
    expect(last.counts.stamps.closed).toBeUndefined();
  });

  it('counts as changed only when it is', () => {
    const before = portal({ updatedAt: 5 });
    expect(patch(before, { status: 'open' }).after).toBe(before);
    const { after } = patch(before, { status: 'mitigated' });
    expect(after.reported.updatedAt).toBe(NOW);
  });
});

it.each<[string, StoredIncident, object, RegExp]>([
  [
    'the status of a provider',
    stored(),
    { status: 'resolved' },
    /^status: comes from the provider/,
  ],
  [
    'a merged one',
    stored({ status: 'merged', mergedInto: '2' }),
    { title: 'x' },
    /goes on under pager:2; change that one/,
  ],
  [
    'words about a private one',
    stored({ isPrivate: true }),
    { update: 'A customer' },
    /^update: the incident is private/,
  ],
  [
    'a field that is none',
    stored(),
    { revert: ['status'] },
    /^revert: expected one of title, .* not "status"/,
  ],
  [
    'a link that is none',
    stored(),
    { change: { title: 'x', url: 'ftp://x' } },
    /^change.url: /,
  ],
])('refuses %s', (_, incident, body, message) => {
  expect(() => patch(incident, body)).toThrow(message);
});
