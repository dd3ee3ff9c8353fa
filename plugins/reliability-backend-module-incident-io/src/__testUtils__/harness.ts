import {
  ContractRotation,
  ContractVendor,
  OncallProviderHarness,
} from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { FakeIncidentIo, IncidentIoTarget } from '@plimsoll/test-fakes';
import { incidentIoProviderFactory } from '../incidentIoProviderFactory';

export const TOKEN = 'secretOfIncidentIo';

type Kind = 'schedule' | 'escalation';

/** Makes schedules and a path out of a rotation. @returns the id under which it is read */
function place(
  fake: FakeIncidentIo,
  kind: Kind,
  { title, shifts, permanent = [], roster }: ContractRotation,
): string {
  const count = Math.max(1, ...shifts.map(({ level }) => level));
  const schedules = Array.from({ length: count }, (_, index) => {
    const own = shifts.filter(({ level }) => level === index + 1);
    const people = own.flatMap(({ person }) => person ?? []);
    return fake.addSchedule({
      name: kind === 'schedule' ? title : `${title} ${index + 1}`,
      timeZone: 'Europe/Oslo',
      roster: (roster ?? people).map(person => fake.addUser(person)),
      entries: own.map(({ from, to, person, source }) => ({
        start: from,
        end: to,
        user: person ? fake.addUser(person) : undefined,
        override: source === 'override',
      })),
    });
  });
  if (kind === 'schedule') return schedules[0];
  const direct = permanent.map(
    (person): IncidentIoTarget => ({
      type: 'user',
      id: fake.addUser(person),
    }),
  );
  return fake.addPath({
    name: title,
    nodes: schedules.map((id, index) => ({
      type: 'level',
      level: {
        targets: [{ type: 'schedule', id }, ...(index === 0 ? direct : [])],
      },
    })),
  });
}

async function startVendor(
  kind: Kind,
  now: () => number,
): Promise<ContractVendor> {
  const fake = await new FakeIncidentIo({ now, token: TOKEN }).start();
  return {
    config: () => ({ apiKey: TOKEN, baseUrl: fake.url }),
    wrongConfig: () => ({ apiKey: `${TOKEN}x`, baseUrl: fake.url }),
    put: rotation => place(fake, kind, rotation),
    remove(id) {
      fake.paths.delete(id);
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

/** incident.io as the contract suite wants it. */
export const incidentIoHarness = (kind: Kind): OncallProviderHarness => ({
  factory: incidentIoProviderFactory,
  kind,
  secrets: [TOKEN],
  // Entries are asked for schedule by schedule, and a path is one more call; titles come in lists.
  callsFor120: kind === 'schedule' ? 130 : 250,
  limited: () => ({ 'retry-after': '7' }),
  lacks: {
    shadow: 'incident.io has no shadows',
    annotations: 'incident.io has no annotations',
    ...(kind === 'schedule' && {
      levels: 'a schedule has no levels',
      permanent: 'only an escalation path pages somebody for ever',
    }),
  },
  start: now => startVendor(kind, now),
});
