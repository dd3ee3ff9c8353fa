import { Settings } from 'luxon';
import { incidentResponse } from '../../testUtils';
import { incidentFaults, stampFaults } from './incidentFaults';
import {
  createIncidentOf,
  incidentForm,
  patchIncidentOf,
  type IncidentForm,
} from './incidentForm';

Settings.defaultZone = 'Europe/Berlin';
afterAll(() => {
  Settings.defaultZone = 'system';
});

const NOW = Date.parse('2026-11-20T09:00:00Z');
const incident = incidentResponse({
  stamps: {
    detected: { at: '2026-11-18T09:05:30Z', from: 'derived' },
    declared: { at: '2026-11-18T09:14:20Z', from: 'provider' },
    resolved: { at: '2026-11-18T10:02:00Z', from: 'provider' },
  },
});
const form = incidentForm(incident);
const stamps = (part: Partial<IncidentForm['stamps']>) => ({
  stamps: { ...form.stamps, ...part },
});

describe('the form of an incident', () => {
  it('shows its times in the zone of the reader, and empty what is missing', () => {
    expect(form.stamps).toMatchObject({
      detected: '2026-11-18T10:05',
      mitigated: '',
    });
  });

  it.each<[string, Partial<IncidentForm>, object]>([
    ['nothing', {}, {}],
    ['a title', { title: ' New ' }, { title: 'New' }],
    ['no severity', { severity: '' }, { severity: null }],
    ['a severity', { severity: '3' }, { severity: 3 }],
    ['no cause', { cause: '' }, { cause: null }],
    [
      'that nobody felt it',
      { customerImpact: 'no' },
      { customerImpact: false },
    ],
    [
      'that it is not known whether somebody felt it',
      { customerImpact: 'unknown' },
      { customerImpact: null },
    ],
    [
      'a change',
      { changeTitle: 'Deploy 7', changeUrl: '' },
      { change: { title: 'Deploy 7', url: null } },
    ],
    [
      'one stamp, and not the seconds of the others',
      stamps({ mitigated: '2026-11-18T10:40' }),
      { stamps: { mitigated: '2026-11-18T09:40:00Z' } },
    ],
    [
      'an emptied stamp',
      stamps({ detected: '' }),
      { stamps: { detected: null } },
    ],
    [
      'other services',
      { entityRefs: ['component:default/refund'] },
      { entityRefs: ['component:default/refund'] },
    ],
    ['a line', { update: 'It is over' }, { update: 'It is over' }],
  ])('that sets %s sends that and nothing else', (_, part, patch) => {
    expect(patchIncidentOf(incident, { ...form, ...part }, [])).toEqual(patch);
  });

  it('sends what goes back to the provider as that, and not as changed', () => {
    const changed = {
      ...form,
      title: 'New',
      ...stamps({ detected: '2026-11-18T10:00' }),
    };
    expect(patchIncidentOf(incident, changed, ['title', 'detected'])).toEqual({
      revert: ['title', 'detected'],
    });
  });

  it('of a new one sends only the times that are given', () => {
    const created = createIncidentOf({
      ...incidentForm(),
      title: ' Search is down ',
      entityRefs: ['component:default/search'],
      severity: '2',
      stamps: { ...incidentForm().stamps, detected: '2026-11-18T10:05' },
    });
    expect(created).toMatchObject({
      title: 'Search is down',
      severity: 2,
      customerImpact: null,
      cause: null,
      stamps: { detected: '2026-11-18T09:05:00Z' },
    });
  });
});

describe('what is wrong with a form', () => {
  it.each<[Partial<IncidentForm['stamps']>, object]>([
    [{}, {}],
    [
      { resolved: '2026-11-18T10:10' },
      { resolved: { kind: 'order', earlier: 'declared' } },
    ],
    [{ closed: '2026-11-20T10:04' }, {}],
    [{ closed: '2026-11-20T10:06' }, { closed: { kind: 'future' } }],
  ])('in the stamps %j', (part, faults) => {
    expect(stampFaults(stamps(part).stamps, NOW, incident)).toEqual(faults);
  });

  it.each<[Partial<IncidentForm>, string[]]>([
    [{}, []],
    [{ title: ' ' }, ['title']],
    [{ entityRefs: [] }, ['services']],
    [{ changeUrl: 'ftp://x' }, ['changeTitle', 'changeUrl']],
  ])('in the fields %j', (part, faults) => {
    expect(Object.keys(incidentFaults({ ...form, ...part }))).toEqual(faults);
  });
});
