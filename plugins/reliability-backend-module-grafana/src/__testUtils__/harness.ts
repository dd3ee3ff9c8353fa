import {
  ContractPerson,
  ContractRotation,
  ContractVendor,
  OncallProviderHarness,
} from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { FakeGrafana } from '@plimsoll/test-fakes';
import { grafanaProviderFactory } from '../grafanaProviderFactory';

export const TOKEN = 'glsa_secretOfGrafana';

const WAIT = { type: 'wait', duration: 900 };

/** Makes schedules, and a chain over them. @returns the id under which it is read */
function place(
  fake: FakeGrafana,
  kind: 'schedule' | 'escalation',
  { title, shifts, permanent = [] }: ContractRotation,
): string {
  const user = ({ id, name, email }: ContractPerson) =>
    fake.addUser({ id, username: name, email });
  const count = Math.max(1, ...shifts.map(({ level }) => level));
  const ids = Array.from({ length: count }, (_, index) =>
    fake.addSchedule({
      name: kind === 'schedule' ? title : `${title} ${index + 1}`,
      timeZone: 'Europe/Oslo',
      shifts: shifts.flatMap(({ level, person, from, to }) =>
        level === index + 1 && person
          ? [{ start: from, end: to, user: user(person) }]
          : [],
      ),
    }),
  );
  if (kind === 'schedule') return ids[0];
  const people = permanent.map(user);
  return fake.addChain({
    name: title,
    steps: [
      ...(people.length > 0
        ? [{ type: 'notify_persons', persons_to_notify: people }]
        : []),
      ...ids.flatMap((id, index) => [
        ...(index > 0 ? [WAIT] : []),
        {
          type: 'notify_on_call_from_schedule',
          notify_on_call_from_schedule: id,
        },
      ]),
    ],
  });
}

async function startVendor(
  kind: 'schedule' | 'escalation',
  now: () => number,
): Promise<ContractVendor> {
  const fake = await new FakeGrafana({ now, token: TOKEN }).start();
  return {
    config: () => ({ token: TOKEN, url: fake.url }),
    wrongConfig: () => ({ token: `${TOKEN}x`, url: fake.url }),
    put: rotation => place(fake, kind, rotation),
    remove(id) {
      fake.schedules.delete(id);
      fake.chains.delete(id);
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

/** Grafana OnCall as the contract suite wants it. */
export const grafanaHarness = (
  kind: 'schedule' | 'escalation',
): OncallProviderHarness => ({
  factory: grafanaProviderFactory,
  kind,
  secrets: [TOKEN],
  callsFor120: 0,
  limited: () => ({ 'ratelimit-reset': '7' }),
  lacks: {
    batch: 'each schedule has a question of its own',
    override: 'final shifts do not tell an override from a planned shift',
    shadow: 'Grafana has no shadows',
    'empty-slot': 'final shifts leave empty slots out',
    roster: 'members are spread over rotations, past ones and overrides too',
    annotations: 'there are none for OnCall',
    ...(kind === 'schedule' && {
      levels: 'a schedule has no levels',
      permanent: 'only a chain pages somebody for ever',
    }),
  },
  start: now => startVendor(kind, now),
});
