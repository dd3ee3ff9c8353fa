import { OncallProvider } from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import { Harness, HOUR, NOW } from './harness';
import {
  findingOf,
  personOf,
  putFound,
  putPerson,
  putRotation,
} from './oncallData';
import { openRankedPortal } from './portal';

export const ADA = personOf('ada', { url: 'https://pager.example.com/ada' });
export const BOB = personOf('bob');
export const CYD = personOf('cyd');

/** Accounts at two vendors, of which the second is only compared. */
export const oncallSection = {
  oncall: {
    accounts: [
      { name: 'pager', type: 'pagerduty' },
      { name: 'genie', type: 'opsgenie', mirror: true },
    ],
  },
};

export const PAYMENTS = 'pager:escalation:P1';
export const NIGHT = 'pager:schedule:P2';
export const MIRROR = 'genie:schedule:G1';
export const MEMBERS = 'static:group:default/red';

const gap = { from: NOW + 27 * HOUR, to: NOW + 30 * HOUR, level: null };

/**
 * Fills a portal of the four services of `openRankedPortal`. `best` and `good` share a rotation of two levels:
 * Ada for three more hours, then Bob for a day; Cyd always behind them. `best` is compared with another account,
 * which has Cyd after Ada. `even` has nobody for four hours, then Bob. `poor` has only the members of a team.
 * Ada is in the catalog, Bob was, Cyd never.
 */
export async function fillOncall(knex: Knex): Promise<void> {
  const users = new Set([
    await putPerson(knex, 'ada', { picture: 'https://example.com/ada.png' }),
    await putPerson(knex, 'bob', { left: true }),
  ]);
  const from = NOW - 10 * HOUR;
  const change = NOW + 3 * HOUR;
  await putRotation(
    knex,
    {
      kind: 'escalation',
      id: 'P1',
      services: ['best', 'good'],
      shifts: [
        { person: ADA, start: from, end: change },
        { person: BOB, start: change, end: gap.from },
        { person: CYD, start: null, end: null, level: 2, source: 'direct' },
      ],
      reading: {
        title: 'Payments rota',
        team: 'Payments team',
        url: 'https://pager.example.com/P1',
        timeZone: 'Europe/Berlin',
        warnings: ['Ada Person has no phone'],
      },
    },
    users,
  );
  await putRotation(
    knex,
    {
      id: 'P2',
      services: ['even'],
      shifts: [{ person: BOB, start: NOW + 4 * HOUR, end: NOW + 9 * HOUR }],
      reading: { title: 'Night watch' },
      origin: 'owner',
    },
    users,
  );
  await putRotation(
    knex,
    {
      account: 'genie',
      id: 'G1',
      services: ['best'],
      shifts: [
        { person: ADA, start: from, end: change },
        { person: CYD, start: change, end: gap.from },
      ],
      reading: { title: 'Payments at the other' },
    },
    users,
  );
  await putRotation(
    knex,
    {
      account: 'static',
      kind: 'group',
      id: 'default/red',
      services: ['poor'],
      shifts: [
        { person: ADA, start: null, end: null, level: null, source: 'members' },
      ],
      reading: { title: 'Team red', gaps: 'unknown' },
    },
    users,
  );
  await putFound(knex, 'best', {
    words: 'payments rota payments team',
    nextGap: gap,
    findings: [
      findingOf('person-left', {
        severity: 'error',
        rotation: PAYMENTS,
        people: ['user:default/bob'],
        evidence: { name: 'Bob Catalog', count: 1 },
      }),
      findingOf('gap', { evidence: { hours: 3 } }),
    ],
    problems: [
      {
        annotation: 'plimsoll.dev/oncall',
        value: 'nowhere:schedule:X',
        message: 'There is no account "nowhere"',
      },
    ],
  });
  await putFound(knex, 'even', {
    words: 'night watch',
    nextGap: { from: NOW - HOUR, to: NOW + 4 * HOUR, level: null },
    findings: [findingOf('nobody-now', { severity: 'error' })],
  });
  await putFound(knex, 'good', { words: 'payments rota payments team' });
}

/** Accounts whose providers count how often they are asked. */
export function countingProviders(): {
  providers: OncallProvider[];
  asked: () => number;
} {
  let asked = 0;
  const providers = oncallSection.oncall.accounts.map(
    ({ name, type }): OncallProvider => ({
      account: name,
      type,
      kinds: ['schedule', 'escalation'],
      rotationsOf: () => [],
      async *read() {
        asked += 1;
      },
    }),
  );
  return { providers, asked: () => asked };
}

/** A portal with accounts and who is on call, see `fillOncall`. */
export async function openOncallPortal(
  knex: Knex,
  { providers } = countingProviders(),
): Promise<Harness> {
  const harness = await openRankedPortal(knex, {
    reliability: oncallSection,
    oncallProviders: providers,
  });
  await fillOncall(knex);
  return harness;
}
