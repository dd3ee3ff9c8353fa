import {
  DAY,
  HOUR,
  MINUTE,
  NOW,
  seeded,
  timesOf,
  factIncident,
} from '../../testUtils';
import { incidentStatuses, Severity } from './incident';
import {
  FactIncident,
  incidentFacts,
  nextIncidentFactChange,
} from './incidentFacts';

const MIDNIGHT = NOW + 12 * HOUR;

const one = (changed: Partial<FactIncident> = {}): FactIncident =>
  factIncident({ startedAt: NOW - 3 * DAY, ...changed });

describe('facts change with time', () => {
  it.each<[string, FactIncident[], number | undefined]>([
    ['never without an incident', [], undefined],
    ['never by an exercise', [one({ isTest: true })], undefined],
    ['at midnight UTC', [one()], MIDNIGHT],
    [
      'after a postmortem was due',
      [
        one({
          postmortem: {
            required: true,
            draftDueAt: NOW + HOUR,
            publishDueAt: NOW + DAY,
            status: null,
          },
        }),
      ],
      NOW + HOUR + 1,
    ],
    [
      'after a follow-up was due',
      [one({ followUps: [{ status: 'open', dueAt: NOW + 2 * HOUR }] })],
      NOW + 2 * HOUR + 1,
    ],
    [
      'not by a follow-up that is done',
      [one({ followUps: [{ status: 'done', dueAt: NOW + 2 * HOUR }] })],
      MIDNIGHT,
    ],
    [
      'when one is open for a day',
      [one({ status: 'open', startedAt: NOW - DAY + HOUR })],
      NOW + HOUR + 1,
    ],
    [
      'every quarter of an hour while impact goes on',
      [one({ status: 'open', stamps: timesOf({ impactStart: NOW - HOUR }) })],
      NOW + 15 * MINUTE,
    ],
    [
      'at the first of several',
      [
        one({ followUps: [{ status: 'open', dueAt: NOW + 2 * HOUR }] }),
        one({ followUps: [{ status: 'open', dueAt: NOW + HOUR }] }),
      ],
      NOW + HOUR + 1,
    ],
    [
      'by nothing that is past',
      [one({ followUps: [{ status: 'open', dueAt: NOW - HOUR }] })],
      MIDNIGHT,
    ],
    [
      'by a follow-up that is due now',
      [one({ followUps: [{ status: 'open', dueAt: NOW }] })],
      NOW + 1,
    ],
  ])('%s', (_, incidents, at) => {
    expect(nextIncidentFactChange({ incidents }, NOW)).toBe(at);
  });
});

const at = (incidents: readonly FactIncident[], time: number) =>
  incidentFacts({
    at: time,
    incidents,
    accounts: [],
    linked: true,
    changedAt: 0,
  });

function anyIncident(random: () => number): FactIncident {
  const pick = <T>(values: readonly T[]) =>
    values[Math.floor(random() * values.length)];
  const near = (days: number) =>
    NOW + Math.floor((random() - 0.5) * days * DAY);
  const startedAt = Math.min(near(4) - 1.9 * DAY, pick([near(1), near(182)]));
  return one({
    status: pick(incidentStatuses),
    severity: pick<Severity | null>([1, 2, 3, null]),
    startedAt,
    customerImpact: pick([true, null]),
    stamps: timesOf({
      declared: startedAt,
      ...(random() < 0.5 && { impactStart: startedAt }),
      ...(random() < 0.3 && { resolved: startedAt + HOUR }),
    }),
    postmortem: {
      required: random() < 0.7,
      draftDueAt: pick([null, near(2)]),
      publishDueAt: pick([null, near(3)]),
      status: pick([null, 'draft', 'published']),
    },
    followUps: [
      { status: pick(['open', 'done']), dueAt: pick([null, near(2)]) },
    ],
  });
}

it.each(Array.from({ length: 40 }, (_, seed) => [seed]))(
  'nothing changes before it is told (seed %i)',
  seed => {
    const random = seeded(seed);
    const incidents = [1, 2, 3].map(() => anyIncident(random));
    let time = NOW;
    for (let step = 0; step < 20; step += 1) {
      const next = nextIncidentFactChange({ incidents }, time) ?? NOW + DAY;
      const later = next - 1;
      expect(next).toBeGreaterThan(time);
      expect(at(incidents, later)).toEqual(at(incidents, time));
      time = next;
    }
  },
);
