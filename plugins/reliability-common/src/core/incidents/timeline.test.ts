import {
  incidentOf,
  MINUTE,
  NOW,
  pageAt,
  personNamed,
  timesOf,
} from '../../testUtils';
import { incidentTimeline } from './timeline';

const ada = personNamed('Ada');
const at = (minutes: number) => NOW + minutes * MINUTE;

const incident = incidentOf({
  stamps: {
    ...timesOf({ declared: at(0), resolved: at(60) }),
    detected: { at: at(-1), from: 'derived' },
  },
  reopenedAt: [at(30)],
  updates: [{ id: '1', at: at(10), text: 'Looking', by: ada }],
  pages: [pageAt(at(0))],
  responders: [
    { person: ada, role: 'lead', engagedAt: at(5) },
    { person: personNamed('Bob'), engagedAt: at(6) },
    { person: personNamed('Eve') },
  ],
});

it('tells what happened, the oldest first', () => {
  const entries = incidentTimeline(
    incident,
    [{ id: '1', at: at(20), text: 'Found it' }],
    [{ id: 'ci/1', at: at(-5), title: 'v2', url: 'https://ci.example/1' }],
  );
  expect(
    entries.map(
      ({ at: time, kind, text, from, person, url }) =>
        `${(time - NOW) / MINUTE} ${kind} ${text} (${[from, person?.name, url]
          .filter(Boolean)
          .join(', ')})`,
    ),
  ).toEqual([
    '-5 change v2 (provider, https://ci.example/1)',
    '-1 stamp Detected (derived)',
    '0 page Paged (provider, Ada)',
    '0 stamp Declared (provider)',
    '5 engaged Joined as lead (provider, Ada)',
    '6 engaged Joined (provider, Bob)',
    '10 update Looking (provider, Ada)',
    '20 update Found it (person)',
    '30 reopened Reopened (provider)',
    '60 stamp Resolved (provider)',
  ]);
});

it('tells each thing apart', () => {
  const ids = incidentTimeline(incident, [
    { id: '1', at: at(10), text: 'Found it' },
  ]).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('is what people said where it is recorded here', () => {
  const recorded = incidentOf(
    { updates: [{ id: '1', at: NOW, text: 'Looking' }], reopenedAt: [1] },
    { account: 'portal', provider: 'portal' },
  );
  const said = incidentTimeline(recorded).map(({ from }) => from);
  expect(new Set(said)).toEqual(new Set(['person']));
});

it('is empty where nothing is known', () => {
  expect(incidentTimeline(incidentOf({ stamps: {} }))).toEqual([]);
});
