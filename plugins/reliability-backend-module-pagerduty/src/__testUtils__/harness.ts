import {
  ContractPerson,
  ContractRotation,
  ContractVendor,
  OncallProviderHarness,
} from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { FakePagerduty } from '@plimsoll/test-fakes';
import { pagerdutyProviderFactory } from '../pagerdutyProviderFactory';

export const TOKEN = 'u+secretOfPagerduty';

/** How a rotation is put into PagerDuty. */
export interface Placement {
  readonly kind: 'service' | 'escalation' | 'schedule';
  /** Of its schedules. */
  readonly schedules: 'layers' | 'shifts';
  /** Whether no policy names the schedule. */
  readonly alone?: boolean;
}

const userOf = (fake: FakePagerduty) => (person: ContractPerson) =>
  fake.addUser(person);

/** Makes schedules, a policy and a service out of a rotation. @returns the id under which it is read */
function place(
  fake: FakePagerduty,
  { kind, schedules, alone }: Placement,
  { title, shifts, permanent = [], roster }: ContractRotation,
): string {
  const user = userOf(fake);
  const count = Math.max(1, ...shifts.map(({ level }) => level));
  const ids = Array.from({ length: count }, (_, index) => {
    const own = shifts.filter(({ level }) => level === index + 1);
    const people = own.flatMap(({ person }) => person ?? []);
    return fake.addSchedule({
      name: kind === 'schedule' ? title : `${title} ${index + 1}`,
      kind: schedules,
      timeZone: 'Europe/Oslo',
      roster: [...new Set((roster ?? people).map(user))],
      entries: own.map(({ from, to, person }) => ({
        start: from,
        end: to,
        user: person ? user(person) : undefined,
      })),
    });
  });
  if (alone) return ids[0];
  const policy = fake.addPolicy({
    name: title,
    team: 'Payments team',
    levels: ids.map((id, index) => ({
      schedules: [id],
      users: index === 0 ? permanent.map(user) : [],
    })),
  });
  if (kind === 'service') return fake.addService({ name: title, policy });
  return kind === 'escalation' ? policy : ids[0];
}

async function startVendor(
  placement: Placement,
  now: () => number,
): Promise<ContractVendor> {
  const fake = await new FakePagerduty({ now, token: TOKEN }).start();
  return {
    config: () => ({ apiToken: TOKEN, baseUrl: fake.url }),
    wrongConfig: () => ({ apiToken: `${TOKEN}x`, baseUrl: fake.url }),
    put: rotation => place(fake, placement, rotation),
    remove(id) {
      fake.services.delete(id);
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

const NO_SHADOWS = 'PagerDuty has no shadows';
const NO_OVERRIDES = '/oncalls does not tell an override from a planned shift';
const NO_SLOTS = '/oncalls leaves empty slots out';
const ONE_LEVEL = 'a schedule has no levels';

/** PagerDuty as the contract suite wants it. */
export const pagerdutyHarness = (
  placement: Placement,
): OncallProviderHarness => ({
  factory: pagerdutyProviderFactory,
  kind: placement.kind,
  secrets: [TOKEN],
  // Members of schedules of shifts are asked for one by one, once an hour.
  callsFor120: placement.schedules === 'shifts' ? 125 : 25,
  limited: () => ({ 'ratelimit-remaining': '0', 'ratelimit-reset': '7' }),
  annotations: (first, second) => ({
    'pagerduty.com/service-id': `${first}, ${second}`,
  }),
  lacks: {
    override: NO_OVERRIDES,
    shadow: NO_SHADOWS,
    ...(placement.kind !== 'service' && {
      annotations: 'annotations of PagerDuty name services',
    }),
    ...(placement.kind === 'schedule' && {
      levels: ONE_LEVEL,
      permanent: 'only a policy pages somebody for ever',
    }),
    ...(placement.alone && {
      batch: 'schedules that no policy names are read one by one',
      paging: 'a schedule comes as a whole',
    }),
    ...((!placement.alone || placement.schedules === 'layers') && {
      'empty-slot': NO_SLOTS,
    }),
  },
  start: now => startVendor(placement, now),
});
