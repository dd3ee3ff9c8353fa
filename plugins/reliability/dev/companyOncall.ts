import type {
  CoverState,
  ListOncallQuery,
  OncallItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ReliabilityApi } from '../src/api';
import {
  anna,
  ben,
  chi,
  dora,
  hoursAfter,
  levelNow,
} from '../src/testUtils/oncall';
import {
  oncallAccount,
  oncallItem,
  oncallLoad,
  ownerOncall,
  personOncall,
  rotationBrief,
  rotationItem,
} from '../src/testUtils/oncallLists';
import { oncallApiMock } from '../src/testUtils/oncallApiMock';
import { services } from './companyServices';

const at = new Date().toISOString();
const pause = () => new Promise(done => setTimeout(done, 150));
const states: CoverState[] = [
  'covered',
  'covered',
  'uncovered',
  'covered',
  'unknown',
  'none',
];
const people = [anna, ben, chi, dora];

const items: OncallItem[] = services.map((service, index) => {
  const state = states[index % states.length];
  const who = people[index % people.length];
  const next = people[(index + 1) % people.length];
  return oncallItem(
    {
      entityRef: service.entityRef,
      title: service.title,
      owner: service.owner,
      tier: service.tier,
      state,
      nextGap: index % 4 === 0 ? oncallItem({}, at).nextGap : null,
      findings:
        state === 'none'
          ? ['no-rotation']
          : oncallItem().findings.slice(index % 3),
      rotations: state === 'none' ? [] : [rotationBrief()],
      levels: {
        covered: [levelNow(1, [who], [next], at), levelNow(2, [next], [], at)],
        uncovered: [levelNow(1, [], [next], at)],
        unknown: [],
        none: [],
      }[state],
    },
    at,
  );
});

function list(query: ListOncallQuery) {
  const wanted = <T>(value: T | readonly T[] | undefined) =>
    value === undefined ? undefined : [value].flat();
  const words = (query.q ?? '').toLowerCase().split(/\s+/);
  const matching = items.filter(item => {
    const names = item.levels.flatMap(level =>
      level.people.map(({ name }) => name),
    );
    const text = `${item.title} ${item.owner} ${names}`.toLowerCase();
    const [owners, tiers] = [wanted(query.owner), wanted(query.tier)];
    return (
      words.every(word => text.includes(word)) &&
      (!owners || owners.flat().includes(item.owner ?? '')) &&
      (!tiers || tiers.flat().includes(item.tier.id))
    );
  });
  const chosen = wanted(query.state)?.flat();
  const found = chosen
    ? matching.filter(({ state }) => chosen.includes(state))
    : matching;
  const count = (state: CoverState) =>
    matching.filter(item => item.state === state).length;
  const from = Number(query.cursor ?? 0);
  const limit = Number(query.limit ?? 50);
  return {
    items: found.slice(from, from + limit),
    totalItems: found.length,
    at: query.at ?? at,
    counts: {
      covered: count('covered'),
      uncovered: count('uncovered'),
      unknown: count('unknown'),
      none: count('none'),
    },
    namesHidden: false,
    ...(from + limit < found.length && { nextCursor: String(from + limit) }),
  };
}

const rotations = [
  rotationItem({}, at),
  rotationItem(
    {
      id: 'ical:feed:pay',
      provider: 'ical',
      account: 'ical',
      kind: 'feed',
      title: 'Payments calendar',
      url: null,
      state: 'failing',
      error: 'The calendar answered 503',
      levels: [levelNow(null, [dora], [anna], at)],
      size: [{ level: null, people: 1, basis: 'window' }],
      gapHours: null,
      services: services.slice(0, 7).map(({ entityRef, title }) => ({
        entityRef,
        title,
      })),
    },
    at,
  ),
];

/** What the made-up company answers about on-call. */
export const companyOncallApi: Partial<ReliabilityApi> = {
  ...oncallApiMock(),
  getOncall: async query => {
    await pause();
    return list(query);
  },
  getRotations: async () => ({
    items: rotations,
    totalItems: rotations.length,
    namesHidden: false,
  }),
  getOncallAccounts: async () => ({
    items: [
      oncallAccount({}, at),
      oncallAccount(
        {
          name: 'opsgenie-eu',
          type: 'opsgenie',
          mirror: true,
          state: 'limited',
          nextTryAt: hoursAfter(0.2, at),
        },
        at,
      ),
      oncallAccount(
        {
          name: 'grafana',
          type: 'grafana',
          state: 'failing',
          failing: 3,
          lastSuccessAt: hoursAfter(-9, at),
          error: 'The provider answered 401: the token is not accepted',
        },
        at,
      ),
      oncallAccount(
        { name: 'ical', type: 'ical', state: 'pending', lastSuccessAt: null },
        at,
      ),
    ],
  }),
  getOwnerOncall: async owner =>
    ownerOncall(
      {
        owner,
        rotations,
        load: [
          oncallLoad({ share: 0.7, hours: 470 }),
          oncallLoad({ person: ben, share: 0.2, hours: 134 }),
          oncallLoad({ person: chi, share: 0.1, hours: 67.5 }),
        ],
      },
      at,
    ),
  getPersonOncall: async () => personOncall({}, at),
};
