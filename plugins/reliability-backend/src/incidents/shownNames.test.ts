import {
  createFollowUpRequestSchema,
  listFollowUpsQuerySchema,
  listLessonsQuerySchema,
  patchIncidentRequestSchema,
  proposeLessonRequestSchema,
  putPostmortemRequestSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { Harness } from '../__testUtils__/harness';
import { openRankedPortal } from '../__testUtils__/portal';
import { ada, bob } from '../__testUtils__/readiness';
import { tellIncident } from '../__testUtils__/tellIncident';

jest.setTimeout(60_000);

const databases = testDatabases();

const ADA = 'user:default/ada';

describe.each(databases.eachSupportedId())('names of people on %s', id => {
  let knex: Knex;
  let harness: Harness;
  let incident: string;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex);
    incident = await tellIncident(harness, '1');
    const { services } = harness;
    await services.incidentWrites.patch(
      incident,
      patchIncidentRequestSchema.parse({ title: 'Cards', update: 'Looking' }),
      ada,
    );
    await services.postmortems.put(
      incident,
      putPostmortemRequestSchema.parse({ version: 0, title: 'Cards' }),
      ada,
    );
    const { id: followUp } = await services.followUps.create(
      incident,
      createFollowUpRequestSchema.parse({ title: 'Mend it', owner: ADA }),
      ada,
    );
    await services.lessons.propose(
      followUp,
      proposeLessonRequestSchema.parse({
        checklistId: 'production-readiness',
        title: 'Is it mended',
      }),
      ada,
    );
    harness.policy.denied.add('reliability.oncall.people');
  });

  const everything = async (who: typeof ada) => {
    const { services } = harness;
    const replies = {
      page: await services.incidents.get(incident, who),
      postmortem: await services.postmortems.get(incident, who),
      lessons: await services.lessonList.list(
        listLessonsQuerySchema.parse({}),
        who,
      ),
      followUps: await services.followUps.list(
        listFollowUpsQuerySchema.parse({}),
        who,
      ),
    };
    return Object.entries(replies).flatMap(([name, reply]) =>
      JSON.stringify(reply).includes(ADA) ? name : [],
    );
  };
  const assigned = async (who: typeof ada, query: object) => {
    const asked = listFollowUpsQuerySchema.parse(query);
    return (await harness.services.followUps.list(asked, who)).totalItems;
  };

  it('are kept from those who may not see them, but for their own', async () => {
    expect(await everything(bob)).toEqual([]);
    expect(await everything(ada)).toContain('postmortem');
    expect(await everything(ada)).toContain('followUps');
    harness.policy.denied.delete('reliability.oncall.people');
    expect(await everything(bob)).toEqual([
      'page',
      'postmortem',
      'lessons',
      'followUps',
    ]);
    harness.policy.denied.add('reliability.oncall.people');
  });

  it('are not found out by asking who has to do something', async () => {
    expect(await assigned(bob, { assignee: ADA })).toBe(0);
    expect(await assigned(bob, { owner: ADA })).toBe(0);
    expect(await assigned(ada, { assignee: ADA })).toBe(1);
  });
});
