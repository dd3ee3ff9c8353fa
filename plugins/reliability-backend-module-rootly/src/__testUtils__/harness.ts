import {
  ContractPerson,
  ContractRotation,
  ContractVendor,
  OncallProviderHarness,
} from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { FakeRootly } from '@plimsoll/test-fakes';
import { rootlyProviderFactory } from '../rootlyProviderFactory';

export const TOKEN = 'rootly_secretOfRootly';

type Kind = 'service' | 'team' | 'escalation' | 'schedule';

/** Ids of people are numbers at Rootly. */
const numberOf = (text: string) => `${parseInt(text, 36)}`;

/** Makes schedules, a policy, and what it pages for. @returns the id under which it is read */
function place(
  fake: FakeRootly,
  kind: Kind,
  { title, shifts, permanent = [] }: ContractRotation,
): string {
  const user = ({ id, name, email }: ContractPerson) =>
    fake.addUser({ id: numberOf(id), name, email });
  const count = Math.max(1, ...shifts.map(({ level }) => level));
  const ids = Array.from({ length: count }, (_, index) =>
    fake.addSchedule({
      name: kind === 'schedule' ? title : `${title} ${index + 1}`,
      shifts: shifts
        .filter(({ level }) => level === index + 1)
        .map(({ from, to, person, source, shadow }) => ({
          start: from,
          end: to,
          user: person ? user(person) : undefined,
          override: source === 'override',
          shadow,
        })),
    }),
  );
  if (kind === 'schedule') return ids[0];
  const slug = title.toLowerCase().replace(/\W+/g, '-');
  const team = kind === 'team' ? [fake.addTeam({ name: title, slug })] : [];
  const policy = fake.addPolicy({
    name: title,
    teams: team,
    levels: ids.map((id, index) => ({
      schedules: [id],
      users: index === 0 ? permanent.map(user) : [],
    })),
  });
  if (kind === 'service') return fake.addService({ name: title, slug, policy });
  return team[0] ?? policy;
}

async function startVendor(
  kind: Kind,
  now: () => number,
): Promise<ContractVendor> {
  const fake = await new FakeRootly({ now, token: TOKEN }).start();
  return {
    config: () => ({ token: TOKEN, baseUrl: fake.url }),
    wrongConfig: () => ({ token: `${TOKEN}x`, baseUrl: fake.url }),
    put: rotation => place(fake, kind, rotation),
    remove(id) {
      fake.services.delete(id);
      fake.teams.delete(id);
      fake.policies.delete(id);
      fake.schedules.delete(id);
    },
    fail: fault => fake.fail(fault),
    requests: () => fake.requests.length,
    neverEnd() {
      fake.endless = 'always';
    },
    repeatPages() {
      fake.endless = 'same';
    },
    stop: () => fake.stop(),
  };
}

/** Rootly as the contract suite wants it. */
export const rootlyHarness = (kind: Kind): OncallProviderHarness => ({
  factory: rootlyProviderFactory,
  kind,
  secrets: [TOKEN],
  callsFor120: 8,
  limited: now => ({ 'x-ratelimit-reset': `${Math.ceil(now / 1000) + 7}` }),
  annotations: (first, second) => ({
    [`rootly.com/${kind}-id`]: `${first}, ${second}`,
  }),
  lacks: {
    roster: 'members are kept in two places of which one is out of date',
    ...(kind === 'escalation' && {
      annotations: 'annotations of Rootly name services and teams',
    }),
    ...(kind === 'schedule'
      ? {
          annotations: 'annotations of Rootly name services and teams',
          levels: 'a schedule has no levels',
          permanent: 'only a policy pages somebody for ever',
        }
      : {
          override: '/v1/oncalls does not tell an override',
          'empty-slot': '/v1/oncalls leaves empty slots out',
        }),
  },
  start: now => startVendor(kind, now),
});
