import { incidentSchema } from './answers';
import { isMaintenance, toIncident } from './toIncident';

const at = (time: string) => Date.parse(`2026-06-01T${time}:00Z`);

const answer = (more: object) =>
  incidentSchema.parse({
    id: 'inc1',
    name: 'Payments fail',
    status: 'investigating',
    impact: 'major',
    created_at: '2026-06-01T10:00:00Z',
    updated_at: '2026-06-01T10:05:00Z',
    shortlink: 'https://stspg.example/inc1',
    ...more,
  });

const mapped = (more: object) => toIncident(answer(more));

const update = (status: string, time: string, more: object = {}) => ({
  id: `${status}${time}`,
  status,
  body: `It is ${status}.`,
  display_at: `2026-06-01T${time}:00Z`,
  ...more,
});

describe('an incident of a status page', () => {
  it.each([
    ['investigating', 'open'],
    ['identified', 'open'],
    ['monitoring', 'mitigated'],
    ['resolved', 'resolved'],
    ['postmortem', 'resolved'],
    ['of a new kind', 'open'],
  ])('that is %s is %s', (status, wanted) => {
    expect(mapped({ status })).toMatchObject({ status: wanted });
  });

  it.each([
    ['none', null],
    ['minor', true],
    ['major', true],
    ['critical', true],
    ['of a new kind', null],
  ])('of impact %s was felt by customers: %s', (impact, customerImpact) => {
    expect(mapped({ impact })).toMatchObject({
      severity: impact,
      customerImpact,
    });
  });

  it.each([
    [{ impact: 'maintenance' }, true],
    [{ status: 'in_progress' }, true],
    [{ impact: 'none', status: 'verifying' }, true],
    [{ status: 'monitoring' }, false],
  ])('%j was announced: %s', (more, wanted) => {
    expect(isMaintenance(answer(more))).toBe(wanted);
  });

  it('says where each stamp is from', () => {
    const { stamps } = mapped({
      status: 'resolved',
      monitoring_at: '2026-06-01T11:00:00+02:00',
      resolved_at: '2026-06-01T12:00:00Z',
      incident_updates: [
        update('resolved', '12:01'),
        update('investigating', '08:30'),
      ],
    });
    expect(stamps).toEqual({
      impactStart: { at: at('08:30'), from: 'derived' },
      declared: { at: at('10:00'), from: 'provider' },
      mitigated: { at: at('09:00'), from: 'derived' },
      resolved: { at: at('12:00'), from: 'provider' },
    });
  });

  it('takes the last update that says so where no time of the end is told', () => {
    const { stamps } = mapped({
      status: 'resolved',
      incident_updates: [
        update('resolved', '12:00'),
        update('resolved', '14:00'),
      ],
    });
    expect(stamps.resolved).toEqual({ at: at('14:00'), from: 'derived' });
  });

  it('that was written down afterwards was not declared', () => {
    const { stamps } = mapped({
      status: 'resolved',
      backfilled: true,
      resolved_at: '2026-06-01T09:00:00Z',
      incident_updates: [update('investigating', '08:30')],
    });
    expect(Object.keys(stamps)).toEqual(['impactStart', 'resolved']);
  });

  it('that got worse again is open, and says when', () => {
    const { status, stamps, reopenedAt } = mapped({
      status: 'identified',
      monitoring_at: '2026-06-01T10:30:00Z',
      resolved_at: '2026-06-01T11:00:00Z',
      incident_updates: [
        update('identified', '12:30'),
        update('investigating', '12:00'),
        update('resolved', '11:00'),
        update('investigating', '10:00'),
      ],
    });
    expect(status).toBe('open');
    expect(reopenedAt).toEqual([at('12:00')]);
    expect(Object.keys(stamps)).toEqual(['impactStart', 'declared']);
  });

  it('is about its components and those that its updates touched', () => {
    const touched = [
      { code: 'c2', name: 'Search' },
      { code: 'c1', name: 'API' },
      { name: 'No components were affected by this update.' },
    ];
    const { subjects } = mapped({
      components: [{ id: 'c1', name: 'Payments' }, 42],
      incident_updates: [
        update('resolved', '11:00', { affected_components: touched }),
      ],
    });
    expect(subjects).toEqual([
      { kind: 'component', id: 'c1', label: 'Payments' },
      { kind: 'component', id: 'c2', label: 'Search' },
    ]);
  });

  it('has its updates in the order of the page, without the postmortem', () => {
    const { updates } = mapped({
      incident_updates: [
        update('postmortem', '15:00'),
        update('monitoring', '11:00'),
        update('odd', '10:30'),
        update('investigating', '10:00', { body: '' }),
      ],
    });
    expect(updates).toEqual([
      { id: 'odd10:30', at: at('10:30'), text: 'It is odd.' },
      {
        id: 'monitoring11:00',
        at: at('11:00'),
        text: 'It is monitoring.',
        status: 'mitigated',
      },
    ]);
  });

  it.each([
    ['nothing', {}, []],
    ['a text', { postmortem_body: 'We found' }, [{ status: 'draft' }]],
    [
      'a time',
      { postmortem_published_at: '2026-06-02T10:00:00Z' },
      [{ status: 'published', publishedAt: at('10:00') + 24 * 3600_000 }],
    ],
    ['a yes', { postmortem_published_at: true }, [{ status: 'published' }]],
    ['no wish', { postmortem_body: 'x', postmortem_ignored: true }, []],
  ])('has of %s a postmortem %#', (_, more, wanted) => {
    const url = 'https://stspg.example/inc1';
    expect(mapped(more).postmortems).toEqual(
      wanted.map(each => ({ url, ...each })),
    );
  });

  it('has no link that does something', () => {
    expect(mapped({ shortlink: 'data:text/html,x' }).url).toBeUndefined();
  });
});
