import {
  FakeFirehydrant,
  FakePagerduty,
  FakeStatuspage,
} from '@plimsoll/test-fakes';
import { fillPagerduty } from '../demoOncall/pagerduty';
import { readDemoOncall } from '../demoOncall/readDemoOncall';
import { fillFirehydrant } from './fillFirehydrant';
import { fillPagerdutyIncidents } from './fillPagerdutyIncidents';
import { fillStatuspage } from './fillStatuspage';
import { readDemoIncidents } from './readDemoIncidents';

const SINCE = Date.parse('2026-11-21T12:00:00Z');

const oncall = readDemoOncall(`
schedules:
  pay: { title: Pay, turns: [ada] }
  second: { title: Second, turns: [bob] }
pagerduty:
  - { id: PE1, title: Pay, levels: [[pay], [second]], services: { PS1: Gateway } }
`);
const file = readDemoIncidents([
  `
troubles:
  - { service: PS1, title: Slow, days: [9], minutes: 4, alone: true }
pagerduty:
  - { id: QOPEN, service: PS1, title: Down, priority: P1, at: 30m, ack: 15, notes: [{ after: 20, by: eve, text: Seen. }] }
  - { id: QLATE, service: PS1, title: Late, at: 2d 09:00, ack: 2, end: 9, mergedInto: QOPEN }
firehydrant:
  - name: All down
    services: [Gateway]
    severity: SEV1
    at: 3d 10:00
    stamps: { started: -5, resolved: 60 }
    customers: 9
    people: { Incident lead: Ada Low }
    report: 2
    tickets: [{ title: Mend it, state: open, who: Ada Low, due: 10 }]
status:
  - id: s1
    name: We are slow
    impact: minor
    components: [Site]
    at: 5d 08:00
    updates:
      - { after: 0, status: investigating, text: Slow. }
      - { after: 10, status: monitoring, text: Better. }
      - { after: 30, status: resolved, text: Well. }
    postmortem: 1
`,
]);

describe('a PagerDuty that is filled', () => {
  const vendor = new FakePagerduty({});
  fillPagerduty(vendor, oncall, SINCE);
  fillPagerdutyIncidents(vendor, oncall, file, SINCE);
  const logOf = (id: string) =>
    vendor.incidents.get(id)?.log.map(({ type, user }) => `${type} ${user}`);

  it('numbers them in the order of time', () => {
    const inOrder = [...vendor.incidents.values()].sort(
      (a, b) => a.createdAt - b.createdAt,
    );
    expect(inOrder.map(({ title, number }) => [title, number])).toEqual([
      ['Slow', 3200],
      ['Late', 3201],
      ['Down', 3202],
    ]);
  });

  it('called whoever was on call, the next level where nobody answered', () => {
    expect(logOf('QOPEN')).toEqual([
      'trigger undefined',
      'notify UADA',
      'notify UBOB',
      'acknowledge UADA',
      'annotate UEVE',
    ]);
    expect(vendor.incidents.get('QOPEN')?.status).toBe('acknowledged');
    expect(vendor.users.get('UEVE')?.name).toBe('Eve');
  });

  it('knows what went away by itself, and what was merged', () => {
    const [alone] = [...vendor.incidents.values()].filter(
      ({ title }) => title === 'Slow',
    );
    expect(logOf(alone.id)).toEqual([
      'trigger undefined',
      'notify UADA',
      'resolve undefined',
    ]);
    expect(vendor.incidents.get('QLATE')?.mergedInto).toBe('QOPEN');
  });
});

it('a FireHydrant that is filled tells milestones, tickets and the report', () => {
  const vendor = new FakeFirehydrant({});
  fillFirehydrant(vendor, file.firehydrant, SINCE);
  expect([...vendor.incidents.values()]).toMatchObject([
    {
      id: '00000000-0000-4000-8000-000000000001',
      number: 1,
      milestone: 'resolved',
      milestones: {
        started: Date.parse('2026-11-18T09:55:00Z'),
        resolved: Date.parse('2026-11-18T11:00:00Z'),
      },
      people: [{ name: 'Ada Low', role: 'Incident lead' }],
      tickets: [
        { summary: 'Mend it', dueAt: Date.parse('2026-11-28T10:00:00Z') },
      ],
      report: { publishedAt: Date.parse('2026-11-20T11:00:00Z') },
    },
  ]);
});

it('a status page that is filled tells when things got better', () => {
  const vendor = new FakeStatuspage({});
  fillStatuspage(vendor, file.status, SINCE);
  expect(vendor.incidents.get('s1')).toMatchObject({
    status: 'resolved',
    createdAt: Date.parse('2026-11-16T08:00:00Z'),
    monitoringAt: Date.parse('2026-11-16T08:10:00Z'),
    resolvedAt: Date.parse('2026-11-16T08:30:00Z'),
    postmortem: { publishedAt: Date.parse('2026-11-17T08:30:00Z') },
  });
});
