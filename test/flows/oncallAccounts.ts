import { JsonObject } from '@backstage/types';
import { opsgenieProviderFactory } from '@plimsoll/backstage-plugin-reliability-backend-module-atlassian/src/factories';
import { incidentIoProviderFactory } from '@plimsoll/backstage-plugin-reliability-backend-module-incident-io/src/incidentIoProviderFactory';
import { pagerdutyProviderFactory } from '@plimsoll/backstage-plugin-reliability-backend-module-pagerduty/src/pagerdutyProviderFactory';
import { OncallProviderFactory } from '@plimsoll/backstage-plugin-reliability-node';
import {
  FakeIncidentIo,
  FakeOpsgenie,
  FakePagerduty,
  FakeRequest,
  FakeVendor,
  FakeVendorOptions,
} from '@plimsoll/test-fakes';

const DAY = 24 * 3_600_000;
const WEEKS = 6;

/** People who share the pagers of each account. */
export const PEOPLE = 40;

export const mailOf = (index: number) => `person-${index}@example.com`;

/** A stand-in for a vendor, and how the portal reads it. */
export interface OncallVendor {
  readonly name: string;
  readonly fake: FakeVendor;
  readonly factory: OncallProviderFactory;
  /** Its entry of `reliability.oncall.accounts`. */
  readonly section: JsonObject;
  /** Requests that the vendor lets through in a minute. */
  readonly perMinute: number;
  /** Adds a rotation that has somebody at all times. @returns how an annotation names it */
  put(index: number): string;
  /** From now on somebody else is on call at all times. */
  turn(): void;
  /** The rotations whose shifts a request asks for, as `put` names them. */
  asksFor(request: Pick<FakeRequest, 'path' | 'query'>): string[];
}

/** Makes a vendor with all the people. */
export type MakeVendor = (
  name: string,
  options: FakeVendorOptions & { readonly now: () => number },
) => Promise<OncallVendor>;

const users = Array.from({ length: PEOPLE }, (_, index) => ({
  id: `U${index}`,
  name: `Person ${index}`,
  email: mailOf(index),
}));

const userOf = (index: number) => users[index % PEOPLE].id;

/** Plans that give everybody a week, from last week on, beginning with another person for each rotation. */
function plans(now: number) {
  let turns = 0;
  return {
    turn() {
      turns += 1;
    },
    planOf: (index: number) => ({
      name: `Schedule ${index}`,
      roster: users.slice(0, WEEKS + 1).map(({ id }) => id),
      entries: () =>
        Array.from({ length: WEEKS }, (_, week) => ({
          start: now + (week - 1) * 7 * DAY,
          end: now + week * 7 * DAY,
          user: userOf(index + turns + week),
        })),
    }),
  };
}

/** PagerDuty, whose escalation policies have a schedule each and somebody behind it. */
export const pagerduty: MakeVendor = async (name, options) => {
  const token = `token-of-${name}`;
  const fake = await new FakePagerduty({ ...options, token }).start();
  const { planOf, turn } = plans(options.now());
  users.forEach(user => fake.addUser(user));
  return {
    name,
    fake,
    factory: pagerdutyProviderFactory,
    section: { name, type: 'pagerduty', apiToken: token, baseUrl: fake.url },
    perMinute: 960,
    turn,
    put(index) {
      const schedules = [fake.addSchedule(planOf(index))];
      const levels = [{ schedules }, { users: [userOf(index + WEEKS)] }];
      const policy = fake.addPolicy({ name: `Policy ${index}`, levels });
      return `${name}:escalation:${policy}`;
    },
    asksFor: ({ path, query }) =>
      path === '/oncalls'
        ? query
            .getAll('escalation_policy_ids[]')
            .map(id => `${name}:escalation:${id}`)
        : [],
  };
};

/** incident.io, with schedules, each of which is a call of its own. */
export const incidentIo: MakeVendor = async (name, options) => {
  const token = `token-of-${name}`;
  const fake = await new FakeIncidentIo({ ...options, token }).start();
  const { planOf, turn } = plans(options.now());
  users.forEach(user => fake.addUser(user));
  return {
    name,
    fake,
    factory: incidentIoProviderFactory,
    section: { name, type: 'incident-io', apiKey: token, baseUrl: fake.url },
    perMinute: 1200,
    turn,
    put: index => `${name}:schedule:${fake.addSchedule(planOf(index))}`,
    asksFor: ({ path, query }) =>
      path === '/v2/schedule_entries'
        ? [`${name}:schedule:${query.get('schedule_id')}`]
        : [],
  };
};

/** Opsgenie, with schedules, whose timelines are a call each. It says of its limit only that it was reached. */
export const opsgenie: MakeVendor = async (name, options) => {
  const token = `token-of-${name}`;
  const fake = await new FakeOpsgenie({ ...options, token }).start();
  const { planOf, turn } = plans(options.now());
  users.forEach(user => fake.state.addUser(user));
  const timeline = /^\/v2\/schedules\/([^/]+)\/timeline$/;
  return {
    name,
    fake,
    factory: opsgenieProviderFactory,
    section: { name, type: 'opsgenie', apiKey: token, baseUrl: fake.url },
    perMinute: 1200,
    turn,
    put(index) {
      const plan = planOf(index);
      const rotation = {
        name: 'Rota',
        participants: plan.roster.map(id => ({ type: 'user' as const, id })),
        entries: () =>
          plan
            .entries()
            .map(({ user, ...span }) => ({ ...span, users: [user] })),
      };
      const schedule = fake.state.addSchedule({
        name: plan.name,
        rotations: [rotation],
      });
      return `${name}:schedule:${schedule}`;
    },
    asksFor({ path }) {
      const [, id] = timeline.exec(path) ?? [];
      return id ? [`${name}:schedule:${id}`] : [];
    },
  };
};
