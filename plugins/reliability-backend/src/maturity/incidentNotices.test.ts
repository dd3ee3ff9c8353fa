import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { DAY, Harness, HOUR, NOW } from '../__testUtils__/harness';
import { putFollowUp, putIncident } from '../__testUtils__/incidentData';
import { openRankedPortal } from '../__testUtils__/portal';
import { tellIncident } from '../__testUtils__/tellIncident';
import { incidentNotices } from './incidentNotices';

jest.setTimeout(60_000);

const databases = testDatabases();

const RESOLVED = NOW - HOUR;
/** What tier 1 wants. */
const DRAFT_DUE = RESOLVED + 3 * DAY;
const PUBLISH_DUE = RESOLVED + 10 * DAY;

describe.each(databases.eachSupportedId())('notices of incidents on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex);
    await tellIncident(harness, 'over', {
      reference: 'INC-1',
      title: 'Cards refused',
      severity: 'sev1',
      status: 'resolved',
      stamps: { declared: NOW - 2 * HOUR, resolved: RESOLVED },
    });
    const secret = await putIncident(knex, 'secret', {
      title: 'Fraud',
      isPrivate: true,
      services: ['best', 'good'],
    });
    const gone = await putIncident(knex, 'gone', {
      services: ['best'],
      columns: { removed_at: new Date(NOW) },
    });
    const due = (day: number) => ({ due_at: new Date(NOW + day * DAY) });
    await putFollowUp(knex, 'pager:over', {
      ...due(20),
      owner: 'user:default/ada',
    });
    await putFollowUp(knex, secret, { ...due(21), owner: 'Somebody' });
    await putFollowUp(knex, 'pager:over', { ...due(21), status: 'done' });
    await putFollowUp(knex, gone, due(21));
  });

  const between = (from: number, until: number) =>
    incidentNotices(harness, { from, until });

  it.each<[string, number, number, object[]]>([
    ['of nothing before a date', NOW, DRAFT_DUE - 1, []],
    [
      'to the owner that nobody has begun',
      DRAFT_DUE - 1,
      DRAFT_DUE,
      [
        {
          kind: 'postmortem-overdue',
          at: DRAFT_DUE,
          to: ['group:default/red'],
          text: 'INC-1 Cards refused: nobody has begun its postmortem',
        },
      ],
    ],
    ['of nothing twice', DRAFT_DUE, PUBLISH_DUE - 1, []],
    [
      'to the owner that it is not published',
      DRAFT_DUE,
      PUBLISH_DUE,
      [
        {
          kind: 'postmortem-overdue',
          at: PUBLISH_DUE,
          to: ['group:default/red'],
          text: 'INC-1 Cards refused: its postmortem is not published',
        },
      ],
    ],
    [
      'to whoever has to do it',
      NOW + 19 * DAY,
      NOW + 20 * DAY,
      [
        {
          kind: 'follow-up-overdue',
          at: NOW + 20 * DAY,
          to: ['user:default/ada'],
          text: 'INC-1 Cards refused: "Raise the limit" is overdue',
        },
      ],
    ],
    [
      'to the owners where nobody has to, without a word of a private one',
      NOW + 20 * DAY,
      NOW + 21 * DAY,
      [
        {
          kind: 'follow-up-overdue',
          at: NOW + 21 * DAY,
          to: ['group:default/red', 'group:default/blue'],
          text: 'secret Private incident: a follow-up is overdue',
        },
      ],
    ],
  ])('go %s', async (_, from, until, expected) => {
    expect(await between(from, until)).toEqual(expected);
  });
});
