import {
  createFollowUpRequestSchema,
  listFollowUpsQuerySchema,
  listIncidentsQuerySchema,
  listLessonsQuerySchema,
  listPostmortemsQuerySchema,
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
import { Harness, HOUR, NOW } from '../__testUtils__/harness';
import { openRankedPortal } from '../__testUtils__/portal';
import { ada, bob } from '../__testUtils__/readiness';
import { tellIncident } from '../__testUtils__/tellIncident';
import { incidentNotices } from '../maturity/incidentNotices';

jest.setTimeout(60_000);

const databases = testDatabases();

const ID = 'pager:1';
const REQUIRED = ['summary', 'timeline', 'impact', 'causes'];

describe.each(databases.eachSupportedId())(
  'an incident that turns private on %s',
  id => {
    let knex: Knex;
    let harness: Harness;
    let followUp: string;

    const tell = (parts: Parameters<typeof tellIncident>[2]) =>
      tellIncident(harness, '1', {
        severity: 'sev1',
        status: 'resolved',
        stamps: { declared: NOW - 2 * HOUR, resolved: NOW - HOUR },
        ...parts,
      });

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
    });

    beforeEach(async () => {
      await emptyDatabase(knex);
      harness = await openRankedPortal(knex);
      await tell({ title: 'SECRET' });
      const { services } = harness;
      await services.incidentWrites.patch(
        ID,
        patchIncidentRequestSchema.parse({
          title: 'SECRET title',
          cause: 'SECRET cause',
          update: 'SECRET update',
        }),
        ada,
      );
      await services.postmortems.put(
        ID,
        putPostmortemRequestSchema.parse({
          version: 0,
          title: 'SECRET postmortem',
          sections: REQUIRED.map(section => ({ id: section, text: 'SECRET' })),
        }),
        ada,
      );
      for (const [version, status, who] of [
        [1, 'in-review', ada],
        [2, 'published', bob],
      ] as const) {
        await services.postmortems.setStatus(ID, { version, status }, who);
      }
      const made = await services.followUps.create(
        ID,
        createFollowUpRequestSchema.parse({
          title: 'SECRET to do',
          dueAt: new Date(NOW + HOUR).toISOString(),
          ticket: { system: 'jira', key: 'SECRET-1', url: null },
        }),
        ada,
      );
      followUp = made.id;
      await services.lessons.propose(
        followUp,
        proposeLessonRequestSchema.parse({
          checklistId: 'production-readiness',
          title: 'Nobody is told',
        }),
        ada,
      );
    });

    const turn = () =>
      tell({ title: 'SECRET', isPrivate: true, updatedAt: NOW + HOUR });

    /** All that a reader can ask for, by name. */
    const everything = async () => {
      const { services } = harness;
      const now = NOW + 2 * HOUR;
      return {
        page: await services.incidents.get(ID, ada),
        list: await services.incidentList.list(
          listIncidentsQuerySchema.parse({}),
          ada,
        ),
        postmortem: await services.postmortems.get(ID, ada),
        postmortems: await services.postmortemList.list(
          listPostmortemsQuerySchema.parse({}),
          ada,
        ),
        followUps: await services.followUps.list(
          listFollowUpsQuerySchema.parse({}),
          ada,
        ),
        lessons: await services.lessonList.list(
          listLessonsQuerySchema.parse({}),
          ada,
        ),
        notices: await incidentNotices(harness, { from: NOW, until: now }),
      };
    };

    const tells = async () =>
      Object.entries(await everything()).flatMap(([name, reply]) =>
        /SECRET/.test(JSON.stringify(reply)) ? name : [],
      );

    it('shows nothing any more of what people wrote about it', async () => {
      expect(await tells()).toEqual([
        'page',
        'list',
        'postmortem',
        'postmortems',
        'followUps',
        'lessons',
        'notices',
      ]);
      await turn();
      expect(await tells()).toEqual([]);
    });

    it('is not found by it either', async () => {
      const { services } = harness;
      const found = async () => [
        (
          await services.postmortemList.list(
            listPostmortemsQuerySchema.parse({ q: 'secret' }),
            ada,
          )
        ).totalItems,
        (
          await services.followUps.list(
            listFollowUpsQuerySchema.parse({ q: 'secret' }),
            ada,
          )
        ).totalItems,
      ];
      expect(await found()).toEqual([1, 1]);
      await turn();
      expect(await found()).toEqual([0, 0]);
    });

    it('shows it again when it is private no longer', async () => {
      const before = await tells();
      await turn();
      await tell({ title: 'SECRET', updatedAt: NOW + 2 * HOUR });
      expect(await tells()).toEqual(before);
    });
  },
);
