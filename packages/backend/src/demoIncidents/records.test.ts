import { importRow, sentIncident, signatureOf } from './records';

const SINCE = Date.parse('2026-11-21T12:00:00Z');

const record = {
  key: 'GATE-1',
  title: 'Gates stay shut',
  services: ['lane-control'],
  severity: 'SEV2',
  at: '2d 05:25',
  stamps: { impactStart: -5, resolved: 64 },
  customerImpact: true,
};
const stamps = {
  declared: '2026-11-19T05:25:00.000Z',
  impactStart: '2026-11-19T05:20:00.000Z',
  resolved: '2026-11-19T06:29:00.000Z',
};

describe('a line of a table', () => {
  it('is a row of an import', () => {
    expect(importRow(record, SINCE)).toMatchObject({
      key: 'GATE-1',
      severity: 'SEV2',
      entityRefs: ['component:default/lane-control'],
      subjects: [],
      customerImpact: true,
      stamps,
    });
  });

  it('may name what is no service', () => {
    const { services: _, ...rest } = record;
    const row = importRow({ ...rest, about: ['Ticket printers'] }, SINCE);
    expect(row.entityRefs).toEqual([]);
    expect(row.subjects).toEqual(['Ticket printers']);
  });

  it('is an incident that is sent, last changed when it was resolved', () => {
    expect(sentIncident(record, SINCE)).toMatchObject({
      id: 'GATE-1',
      status: 'resolved',
      updatedAt: stamps.resolved,
      stamps,
    });
  });
});

it('a body is signed with its time', () => {
  const now = Date.parse('2026-11-21T12:00:00.900Z');
  const signature = signatureOf('{}', 'secret', now);
  expect(signature).toMatch(/^t=1795262400,v1=[0-9a-f]{64}$/);
  expect(signatureOf('{} ', 'secret', now)).not.toBe(signature);
  expect(signatureOf('{}', 'other', now)).not.toBe(signature);
});
