import { ConflictError } from '@backstage/errors';
import {
  defaultChecklist,
  type ChecklistItemState,
  type ChecklistResponse,
  type PutAnswerRequest,
  type ServiceResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ReliabilityApi } from '../src/api';
import {
  checklistResponse,
  countsOf,
  phaseState,
  review,
  serviceChecklists,
  signOff,
} from '../src/testUtils/checklists';
import { checklistItem, everyItem, itemAnswer } from '../src/testUtils/items';
import { bronze, silver } from '../src/testUtils/levels';
import { dossierResponse } from '../src/testUtils/organisation';
import { serviceReport, serviceResponse } from '../src/testUtils/services';

const DAY = 86_400_000;
const me = 'user:default/jane.osei';
const inDays = (days: number) =>
  new Date(Date.now() + days * DAY).toISOString();

const pause = (milliseconds: number) =>
  new Promise(done => setTimeout(done, milliseconds));

function itemOf(index: number): ChecklistItemState {
  const definition = defaultChecklist.items[index];
  const automatic = definition.verify !== 'manual';
  const example = everyItem()[(index * 5) % 8];
  const { state, answer, contest, expiring } = example;
  return checklistItem({
    id: definition.id,
    title: definition.title,
    category: definition.category,
    phase: definition.phase,
    why: definition.why,
    how: definition.how,
    links: definition.links ?? [],
    required: index % 4 !== 3,
    automatic,
    rule: automatic ? definition.verify : undefined,
    evidenceRule: definition.evidence,
    weight: definition.weight,
    ...(automatic
      ? { state: index % 3 ? 'met' : 'not-met', actual: everyItem()[5].actual }
      : { state, answer, contest, expiring, version: example.version }),
    since: index % 17 === 2 ? inDays(-3) : inDays(-200),
    comment:
      index === 4
        ? {
            text: 'The link leads to a page that I **may not see**.',
            by: 'user:default/omar.haddad',
            at: inDays(-1),
          }
        : null,
  });
}

function stateOf(item: ChecklistItemState): ChecklistItemState['state'] {
  switch (item.answer?.value) {
    case 'yes':
      return 'met';
    case 'no':
      return 'not-met';
    case 'not-applicable':
      return 'not-applicable';
    default:
      return 'unanswered';
  }
}

function present(
  items: ChecklistItemState[],
  asked: readonly string[],
): ChecklistResponse {
  const { phases, categories = [], title, description } = defaultChecklist;
  const signOffs = [
    signOff({ validUntil: inDays(40) }),
    signOff({
      valid: false,
      problems: ['1 required item is not met any more'],
      changes: [],
    }),
  ];
  return checklistResponse({
    title,
    description,
    items,
    ...countsOf(items),
    categories,
    phases: phases.map((phase, index) => ({
      ...phaseState(phase.id, phase.title, items, {
        signOff: signOffs[index] ?? null,
        review: asked.includes(phase.id) ? review({ phase }) : null,
        ...(index === 0 && { blocking: [] }),
      }),
    })),
    forecast: [
      {
        at: inDays(12),
        items: [items[0].id, items[1].id],
        level: { from: 'Gold', to: 'Silver' },
      },
      { at: inDays(31), items: [items[2].id], level: null },
    ],
    assessedAt: new Date().toISOString(),
  });
}

/** A service whose checklist can be filled in; every third change of one item meets somebody else's. */
export function readinessOf(
  base: ReliabilityApi,
  options: { delay?: number; fails?: boolean; conflicts?: boolean } = {},
): ReliabilityApi {
  const { delay = 400, fails, conflicts } = options;
  let items = defaultChecklist.items.map((_, index) => itemOf(index));
  let asked: string[] = ['design'];
  const service = (): ServiceResponse => {
    const open = items.filter(
      item => item.required && item.state === 'unanswered',
    ).length;
    return serviceResponse({
      reports: [
        serviceReport({
          level: open < 4 ? silver : bronze,
          score: 700 - open * 9,
          rank: 5 + open,
        }),
      ],
    });
  };
  const change = (id: string, patch: Partial<ChecklistItemState>) => {
    items = items.map(item => {
      if (item.id !== id) return item;
      const next = { ...item, ...patch, version: item.version + 1 };
      return { ...next, state: patch.state ?? stateOf(next), expiring: false };
    });
  };
  const written = () => ({
    checklist: present(items, asked),
    service: service(),
  });
  const store = (id: string, request: PutAnswerRequest) => {
    const now = new Date().toISOString();
    change(id, {
      contest: null,
      answer: request.answer
        ? itemAnswer({
            value: request.answer,
            note: request.note,
            by: me,
            at: now,
            expiresAt: inDays(180),
            evidence: (request.evidence ?? []).map(link => ({
              ...link,
              addedAt: now,
              addedBy: me,
            })),
          })
        : null,
    });
  };
  return {
    ...base,
    getService: async () => service(),
    getServiceChecklists: async () => serviceChecklists(),
    getChecklist: async () => present(items, asked),
    putAnswer: async ({ item: id }, request) => {
      await pause(delay);
      if (fails) throw new Error('database is locked (SQLITE_BUSY)');
      const item = items.find(each => each.id === id)!;
      if (conflicts && item.version === request.version) {
        const note = 'Checked this morning, it works.';
        store(id, { answer: 'yes', note, version: item.version });
        if (item.version % 2 === 0) throw new ConflictError('was changed');
      }
      store(id, request);
      return written();
    },
    contestItem: async ({ item }, { reason }) => {
      await pause(delay);
      const at = new Date().toISOString();
      change(item, { contest: { reason, by: me, at }, state: 'contested' });
      return written();
    },
    settleItem: async ({ item }) => {
      await pause(delay);
      change(item, { contest: null });
      return written();
    },
    getItemHistory: async () => ({
      totalItems: 2,
      items: [
        {
          action: 'contested',
          answer: null,
          reason: 'The last two pages went nowhere.',
          by: 'user:default/omar.haddad',
          at: inDays(-2),
          version: 2,
          itemId: 'alerts-page',
        },
        {
          action: 'answered',
          answer: itemAnswer({ note: 'Tried on the **staging** cluster.' }),
          reason: '',
          by: me,
          at: inDays(-30),
          version: 1,
          itemId: 'alerts-page-somebody',
        },
      ],
    }),
    requestReview: async (_, { phase }) => {
      await pause(delay);
      asked = [...asked, phase];
      return written();
    },
    decideReview: async () => {
      await pause(delay);
      asked = [];
      const reply = written();
      const phases = reply.checklist.phases.map((phase, index) =>
        index === 0
          ? { ...phase, review: review({ state: 'approved' }) }
          : phase,
      );
      return { ...reply, checklist: { ...reply.checklist, phases } };
    },
    getDossier: async () => {
      const response = dossierResponse();
      const [frozen] = response.dossier.items;
      const signed = items
        .filter(({ phase, automatic }) => phase === 'design' && !automatic)
        .map(({ id, title, category }, index) => ({
          ...frozen,
          definition: { ...frozen.definition, id, title, category },
          answer: index % 4 ? frozen.answer : null,
        }));
      return { ...response, dossier: { ...response.dossier, items: signed } };
    },
  };
}
