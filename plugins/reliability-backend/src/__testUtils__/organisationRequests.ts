import { get, RouteRequests, send, without } from './requests';

const LIST = '/checklists/production-readiness';
const NEVER = '/checklists/never';
const noChecklist = /no checklist "never", only production-readiness/;
const rows = [
  {
    entityRef: 'component:default/good',
    itemId: 'rollback-tested',
    answer: 'no',
  },
];

const importOf = (path: string, body: object) =>
  send('post', `${path}/answers/import`, body);

/** The routes over all services of a checklist. */
export const organisationRequests = {
  listProgress: {
    ok: get(`${LIST}/progress?tier=tier-0&orderBy=title&order=desc&limit=1`),
    refusals: {
      400: [get(`${LIST}/progress?item=never`), /^item: there is no item/],
      404: [get(`${NEVER}/progress`), noChecklist],
    },
  },
  getChecklistOverview: {
    ok: get(`${LIST}/overview?owner=group:default/red`),
    refusals: {
      400: [get(`${LIST}/overview?state=met`), /^state: needs/],
      404: [get(`${NEVER}/overview`), noChecklist],
    },
  },
  exportAnswers: {
    ok: get(`${LIST}/answers`),
    refusals: {
      400: [get(`${LIST}/answers?format=xls`), /^format: /],
      404: [get(`${NEVER}/answers`), noChecklist],
    },
  },
  importAnswers: {
    ok: importOf(LIST, { rows, dryRun: true }),
    refusals: {
      400: [importOf(LIST, { csv: 'a,b' }), /^csv: unknown column "a"/],
      403: [
        without('reliability.readiness.import', importOf(LIST, { rows })),
        /lack the permission reliability\.readiness\.import/,
      ],
      404: [importOf(NEVER, { rows }), noChecklist],
    },
  },
  listTasks: {
    ok: get('/readiness/tasks?kind=missing&kind=expired&limit=3'),
    refusals: { 400: [get('/readiness/tasks?kind=late'), /^kind: /] },
  },
} satisfies Record<string, RouteRequests>;
