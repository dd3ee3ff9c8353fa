import { get, put, RouteRequests, send, without } from './requests';

const EDIT = 'reliability.incident.edit';
const mayNotEdit = /lack the permission reliability\.incident\.edit/;
const noIncident = /no incident "pager:never"/;
const noFollowUp = /no follow-up "never"/;

const path = (id: string, rest: string) =>
  `/incidents/${encodeURIComponent(`pager:${id}`)}${rest}`;
const post = (to: string, body: object) => send('post', to, body);
const patch = (to: string, body: object) => send('patch', to, body);

const draft = { version: 0, title: 'What happened' };
const signing = { checklistId: 'signing', title: 'Say it' };
const accept = { state: 'accepted' };

/** The routes of what is learned of incidents; for a portal `withIncidents`. */
export const learningRequests = {
  getPostmortem: {
    ok: get(path('open', '/postmortem')),
    refusals: { 404: [get(path('never', '/postmortem')), noIncident] },
  },
  putPostmortem: {
    ok: put(path('open', '/postmortem'), draft),
    refusals: {
      400: [
        put(path('open', '/postmortem'), { ...draft, url: 'x' }),
        /^url: expected a link/,
      ],
      403: [without(EDIT, put(path('open', '/postmortem'), draft)), mayNotEdit],
      404: [put(path('never', '/postmortem'), draft), noIncident],
      409: [
        put(path('old', '/postmortem'), draft),
        /changed since you read it/,
      ],
    },
  },
  setPostmortemStatus: {
    ok: post(path('old', '/postmortem/status'), {
      version: 1,
      status: 'draft',
    }),
    refusals: {
      400: [
        post(path('old', '/postmortem/status'), {
          version: 1,
          status: 'published',
        }),
        /^status: still empty/,
      ],
      403: [
        without(
          EDIT,
          post(path('old', '/postmortem/status'), {
            version: 1,
            status: 'draft',
          }),
        ),
        mayNotEdit,
      ],
      404: [
        post(path('never', '/postmortem/status'), {
          version: 1,
          status: 'draft',
        }),
        noIncident,
      ],
      409: [
        post(path('old', '/postmortem/status'), {
          version: 7,
          status: 'draft',
        }),
        /changed since you read it/,
      ],
    },
  },
  checkPostmortemWording: {
    ok: post('/postmortems/hints', {
      sections: [{ id: 'a', text: 'He should have looked.' }],
    }),
    refusals: {
      400: [
        post('/postmortems/hints', { sections: [{ id: 'a' }] }),
        /^sections\[0\]\.text: /,
      ],
    },
  },
  listPostmortems: {
    ok: get('/postmortems?state=published&state=overdue&limit=1'),
    refusals: { 400: [get('/postmortems?state=lost'), /^state: /] },
  },
  createFollowUp: {
    ok: post(path('open', '/follow-ups'), { title: 'Raise it' }),
    refusals: {
      400: [
        post(path('open', '/follow-ups'), { title: 'x', owner: 'x' }),
        /^owner: expected the reference/,
      ],
      403: [
        without(EDIT, post(path('open', '/follow-ups'), { title: 'x' })),
        mayNotEdit,
      ],
      404: [post(path('never', '/follow-ups'), { title: 'x' }), noIncident],
    },
  },
  listFollowUps: {
    ok: get('/follow-ups?owner=group:default/red&overdue=true&limit=1'),
    refusals: { 400: [get('/follow-ups?overdue=perhaps'), /^overdue: /] },
  },
  patchFollowUp: {
    ok: patch('/follow-ups/f', { status: 'done' }),
    refusals: {
      400: [patch('/follow-ups/f', { status: 'gone' }), /^status: /],
      403: [without(EDIT, patch('/follow-ups/f', {})), mayNotEdit],
      404: [patch('/follow-ups/never', {}), noFollowUp],
    },
  },
  previewLesson: {
    ok: get('/follow-ups/f/lesson?checklist=signing&item=a'),
    refusals: {
      400: [get('/follow-ups/f/lesson?checklist=x'), /^checklist: /],
      404: [get('/follow-ups/never/lesson'), noFollowUp],
    },
  },
  proposeLesson: {
    ok: post('/follow-ups/f/lesson', signing),
    refusals: {
      400: [
        post('/follow-ups/f/lesson', { ...signing, checklistId: 'x' }),
        /^checklistId: there is no checklist "x"/,
      ],
      403: [without(EDIT, post('/follow-ups/f/lesson', signing)), mayNotEdit],
      404: [post('/follow-ups/never/lesson', signing), noFollowUp],
      409: [
        post('/follow-ups/proposed/lesson', signing),
        /user:default\/bob made another proposal/,
      ],
    },
  },
  listLessons: {
    ok: get('/lessons?state=proposed&limit=1'),
    refusals: { 400: [get('/lessons?state=x'), /^state: /] },
  },
  decideLesson: {
    ok: post('/lessons/proposed/decision', accept),
    refusals: {
      400: [post('/lessons/proposed/decision', { state: 'x' }), /^state: /],
      403: [
        without(
          'reliability.readiness.review',
          post('/lessons/proposed/decision', accept),
        ),
        /lack the permission reliability\.readiness\.review/,
      ],
      404: [post('/lessons/never/decision', accept), /no lesson "never"/],
      409: [
        post('/lessons/declined/decision', accept),
        /was declined by user:default\/bob/,
      ],
    },
  },
} satisfies Record<string, RouteRequests>;
