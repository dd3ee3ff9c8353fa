import { issueSchema } from './answers';
import { IssueWords, toIncident } from './toIncident';

const NOW = Date.parse('2026-06-15T12:00:00Z');

const WORDS: IssueWords = { stamps: {}, statuses: {} };

const USUAL = {
  summary: 'Checkout is slow',
  created: '2026-06-01T12:00:00.000+0200',
  updated: '2026-06-01T14:00:00.000+0200',
  status: { name: 'Open', statusCategory: { key: 'new' } },
  priority: { name: 'High' },
  project: { key: 'OPS', name: 'Operations' },
};

const mapped = (fields: object, words: Partial<IssueWords> = {}) =>
  toIncident(
    issueSchema.parse({
      id: '10001',
      key: 'OPS-1',
      fields: { ...USUAL, ...fields },
    }),
    { ...WORDS, ...words },
    NOW,
  );

const status = (name: string, key: string) => ({
  status: { name, statusCategory: { key } },
});

describe('an issue that is an incident', () => {
  it('tells its times in any zone', () => {
    expect(mapped({})).toMatchObject({
      externalId: '10001',
      reference: 'OPS-1',
      updatedAt: Date.parse('2026-06-01T12:00:00Z'),
      severity: 'High',
      stamps: { declared: { at: Date.parse('2026-06-01T10:00:00Z') } },
    });
  });

  it.each([
    ['Open', 'new', 'open'],
    ['Work in progress', 'indeterminate', 'acknowledged'],
    ['Completed', 'done', 'resolved'],
    ['Closed', 'done', 'closed'],
    ['CANCELED', 'done', 'declined'],
    ['Of a new kind', 'undefined', 'open'],
  ])('of status %s and category %s is %s', (name, key, wanted) => {
    expect(mapped(status(name, key)).status).toBe(wanted);
  });

  it('goes by the statuses that are configured first', () => {
    const statuses = { 'under watch': 'mitigated' } as const;
    const given = status('Under Watch', 'indeterminate');
    expect(mapped(given, { statuses }).status).toBe('mitigated');
  });

  it('was resolved only while it is over', () => {
    const date = { resolutiondate: '2026-06-01T15:00:00.000+0200' };
    expect(mapped(date).stamps.resolved).toBeUndefined();
    expect(
      mapped({ ...date, ...status('Completed', 'done') }).stamps.resolved?.at,
    ).toBe(Date.parse('2026-06-01T13:00:00Z'));
  });

  it.each([
    ['a text', 'Sev 1', 'Sev 1'],
    ['a choice', { value: 'Sev 1' }, 'Sev 1'],
    ['a thing with a name', { name: 'Sev 1' }, 'Sev 1'],
    ['a number', 1, '1'],
    ['nothing', null, null],
  ])('has the severity of the field, %s', (_, value, severity) => {
    const words = { severityField: 'customfield_1' };
    expect(mapped({ customfield_1: value }, words).severity).toBe(severity);
  });

  it('has stamps of fields with a time, and none of a date alone', () => {
    const words = {
      stamps: { detected: 'customfield_1', mitigated: 'customfield_2' },
    };
    const { stamps } = mapped(
      {
        customfield_1: '2026-06-01T11:58:00.000+0200',
        customfield_2: '2026-06-01',
      },
      words,
    );
    expect(stamps.detected?.at).toBe(Date.parse('2026-06-01T09:58:00Z'));
    expect(stamps.mitigated).toBeUndefined();
  });

  it('is about its components and services, else about its project', () => {
    const components = [{ name: 'Payments' }, null];
    const words = { serviceField: 'customfield_1' };
    const services = { customfield_1: [{ value: 'Mail' }, { id: 'x' }] };
    expect(mapped({ components, ...services }, words).subjects).toEqual([
      { kind: 'component', id: 'OPS/Payments', label: 'Payments' },
      { kind: 'service', id: 'Mail', label: 'Mail' },
    ]);
    expect(mapped({}).subjects).toEqual([
      { kind: 'project', id: 'OPS', label: 'Operations' },
    ]);
  });

  it('goes on under the one that it is a duplicate of', () => {
    const issuelinks = [
      { type: { name: 'Blocks' }, outwardIssue: { id: '1' } },
      { type: { name: 'Duplicate' }, outwardIssue: { id: '2' } },
    ];
    expect(
      mapped({ issuelinks, resolution: { name: 'Duplicate' } }),
    ).toMatchObject({ status: 'merged', mergedInto: '2' });
    expect(mapped({ issuelinks })).toMatchObject({ status: 'open' });
  });

  it('keeps of one with a security level no text and no person', () => {
    const incident = mapped(
      {
        summary: 'Hush',
        security: { name: 'Staff only' },
        assignee: { accountId: 'u1', displayName: 'Hush' },
        customfield_1: 'Hush',
      },
      { causeField: 'customfield_1' },
    );
    expect(JSON.stringify(incident)).not.toContain('Hush');
    expect(incident.isPrivate).toBe(true);
  });

  it('has an address where the site is known', () => {
    const siteUrl = 'https://acme.atlassian.example/';
    expect(mapped({}).url).toBeUndefined();
    expect(mapped({}, { siteUrl }).url).toBe(
      'https://acme.atlassian.example/browse/OPS-1',
    );
  });

  it('takes what has the wrong type for missing', () => {
    const odd = { summary: 4, created: {}, updated: [], priority: 'High' };
    expect(mapped({ ...odd, components: 'x', assignee: [] })).toMatchObject({
      title: 'OPS-1',
      updatedAt: NOW,
      severity: null,
      stamps: {},
      responders: [],
    });
  });
});
