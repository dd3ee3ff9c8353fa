import { refOf } from './entities';
import { Harness, NOW } from './harness';
import { putFollowUp, putIncident, putPostmortem } from './incidentData';
import { fillIncidents } from './incidentPortal';
import { incidentReadRequests, withBudgetReview } from './incidentReadRequests';
import { learningRequests } from './learningRequests';
import { ApiRequest, get, put, RouteRequests, send, without } from './requests';

const EDIT = 'reliability.incident.edit';
const MAP = 'reliability.incident.map';
const mayNotEdit = /lack the permission reliability\.incident\.edit/;
const mayNotMap = /lack the permission reliability\.incident\.map/;
const noIncident = /no incident "pager:never"/;

const path = (id: string, rest = '') =>
  `/incidents/${encodeURIComponent(`pager:${id}`)}${rest}`;
const post = (to: string, body: object) => send('post', to, body);
const patch = (to: string, body: object) => send('patch', to, body);
const remove = (to: string) => send('delete', to);

const subject = (id: string) => ({ account: 'pager', kind: 'service', id });
const mapping = (id: string) =>
  `/incidents/mappings?${new URLSearchParams(subject(id))}`;

const declare = (changed: object = {}) =>
  post('/incidents', {
    key: 'new',
    title: 'Down',
    entityRefs: [refOf('best')],
    ...changed,
  });

const push =
  (body: object): ApiRequest =>
  api =>
    api.asMachine(api.call('put', '/changes', body));
const changes = [
  {
    id: '1',
    entityRef: refOf('best'),
    at: new Date(NOW).toISOString(),
    title: 'v1',
  },
];

async function putLesson(
  { knex, stores }: Harness,
  id: string,
  state: 'proposed' | 'declined',
): Promise<void> {
  await putFollowUp(knex, 'pager:open', { id });
  await stores.lessons.save(knex, {
    id,
    followUpId: id,
    checklistId: 'signing',
    itemId: null,
    title: 'Another',
    reason: '',
    state,
    note: '',
    proposedBy: 'user:default/bob',
    proposedAt: NOW,
    ...(state === 'declined' && {
      decidedBy: 'user:default/bob',
      decidedAt: NOW,
    }),
  });
}

/** The same portal with incidents, and with what was written and learned of them. */
export async function withIncidents(harness: Harness): Promise<Harness> {
  const { knex, stores } = harness;
  await fillIncidents(knex);
  await withBudgetReview(harness);
  await putIncident(knex, 'taken', {
    account: 'portal',
    provider: 'portal',
    services: ['best'],
  });
  await putPostmortem(knex, 'pager:old');
  await putFollowUp(knex, 'pager:open', { id: 'f' });
  await putLesson(harness, 'proposed', 'proposed');
  await putLesson(harness, 'declined', 'declined');
  for (const id of ['P1', 'P2']) {
    await knex('reliability_incident_subjects').insert({
      incident_id: 'pager:nowhere',
      account: 'pager',
      kind: 'service',
      ref_id: id,
    });
  }
  await stores.incidentMappings.set(knex, {
    ...subject('P2'),
    entityRefs: [],
    setBy: 'user:default/bob',
    setAt: NOW,
  });
  return harness;
}

/** The routes by which incidents and changes are written. */
const writeRequests = {
  createIncident: {
    ok: declare(),
    refusals: {
      400: [declare({ title: '' }), /^title: expected a title/],
      403: [without(EDIT, declare()), mayNotEdit],
      404: [declare({ entityRefs: [refOf('never')] }), /is not a service/],
      409: [declare({ key: 'taken' }), /another incident has the key "taken"/],
    },
  },
  importIncidents: {
    ok: post('/incidents/import', { rows: [{ key: 'a' }] }),
    refusals: {
      400: [post('/incidents/import', {}), /^rows: give either rows or csv/],
      403: [
        without(
          'reliability.incident.import',
          post('/incidents/import', { rows: [] }),
        ),
        /lack the permission reliability\.incident\.import/,
      ],
    },
  },
  patchIncident: {
    ok: patch(path('open'), {
      update: 'Looking',
      entityRefs: [refOf('best')],
    }),
    refusals: {
      400: [
        patch(path('open'), { status: 'resolved' }),
        /^status: comes from the provider/,
      ],
      403: [without(EDIT, patch(path('open'), {})), mayNotEdit],
      404: [patch(path('never'), {}), noIncident],
      409: [patch(path('merged'), {}), /goes on under another one/],
    },
  },
  listUnmapped: {
    ok: get('/incidents/unmapped?account=pager'),
    refusals: {
      400: [get('/incidents/unmapped?limit=0'), /^limit: /],
      403: [without(MAP, get('/incidents/unmapped')), mayNotMap],
    },
  },
  putMapping: {
    ok: put('/incidents/mappings', { ...subject('P1'), entityRefs: [] }),
    refusals: {
      400: [
        put('/incidents/mappings', {
          ...subject('P1'),
          entityRefs: [refOf('never')],
        }),
        /^entityRefs\[0\]: .* is not a service/,
      ],
      403: [
        without(
          MAP,
          put('/incidents/mappings', { ...subject('P1'), entityRefs: [] }),
        ),
        mayNotMap,
      ],
      404: [
        put('/incidents/mappings', { ...subject('P3'), entityRefs: [] }),
        /No incident is about a service "P3"/,
      ],
    },
  },
  deleteMapping: {
    ok: remove(mapping('P2')),
    refusals: {
      400: [remove('/incidents/mappings?account=pager'), /^kind: /],
      403: [without(MAP, remove(mapping('P2'))), mayNotMap],
      404: [remove(mapping('P3')), /No incident is about a service "P3"/],
    },
  },
  pushChanges: {
    ok: push({ source: 'ci', changes }),
    refusals: {
      400: [push({ source: 'C I', changes }), /^source: /],
      403: [put('/changes', { source: 'ci', changes }), /user/],
    },
  },
} satisfies Record<string, RouteRequests>;

/** The routes of incidents and of what was learned of them; for a portal {@link withIncidents}. */
export const incidentRequests = {
  ...incidentReadRequests,
  ...writeRequests,
  ...learningRequests,
};
