import { OncallWindow } from '@plimsoll/backstage-plugin-reliability-common';
import {
  Allowance,
  ProviderError,
  ProviderLookup,
  ProviderPerson,
  ProviderRuntime,
} from '@plimsoll/backstage-plugin-reliability-node';
import { PolicyAnswer, ServiceAnswer } from './answers';
import { ItemOf, PagerdutyClient, PagerdutyList } from './PagerdutyClient';
import {
  layersMembers,
  shiftsMembers,
  teamOf,
  titleOf,
  toPerson,
  urlOf,
} from './toDomain';

const HOUR_MS = 3600_000;
const FEW = 5;
const FEW_USERS = 20;

/** What is known of a schedule beside its shifts. */
export interface ScheduleFacts {
  readonly title?: string;
  readonly url?: string;
  readonly timeZone?: string;
  readonly team?: string;
  /** Undefined: not told. */
  readonly members?: readonly ProviderPerson[];
}

/** Titles, levels and rosters: what changes seldom, and is asked for once an hour. What the token may not read is missing. */
export class Directory {
  private readonly services: ProviderLookup<ServiceAnswer>;
  private readonly policies: ProviderLookup<PolicyAnswer>;
  private readonly layers: ProviderLookup<ItemOf<'schedules'>>;
  private readonly shifts: ProviderLookup<
    Awaited<ReturnType<PagerdutyClient['shiftsSchedule']>>
  >;
  private readonly users: ProviderLookup<ItemOf<'users'>>;

  constructor(
    private readonly client: PagerdutyClient,
    private readonly runtime: ProviderRuntime,
    account: string,
  ) {
    const { now } = runtime;
    const notFound = (id: string) =>
      new ProviderError(
        'not-found',
        `Account "${account}" does not know "${id}".`,
      );
    const lookup = <L extends PagerdutyList>(
      list: L,
      keepMs: number,
      few = FEW,
    ) =>
      new ProviderLookup<ItemOf<L>>({
        one: (id, signal) => this.client.one(list, id, signal),
        all: signal => this.client.list(list, signal),
        few,
        keepMs,
        now,
        notFound,
      });
    // Which policy a service has decides who is on call: it is asked for with each read.
    this.services = lookup('services', 0);
    this.policies = lookup('escalation_policies', HOUR_MS);
    this.layers = lookup('schedules', HOUR_MS);
    this.users = lookup('users', HOUR_MS, FEW_USERS);
    this.shifts = new ProviderLookup({
      one: (id, signal) =>
        this.client.shiftsSchedule(id, signal, this.moment()),
      few: FEW,
      keepMs: HOUR_MS,
      now,
      notFound,
    });
  }

  findServices(ids: readonly string[], signal: AbortSignal) {
    return this.services.find(ids, signal);
  }

  /** Those that the token may read. */
  async findPolicies(
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, PolicyAnswer>> {
    return this.policies.known(ids, signal);
  }

  /**
   * Schedules of both kinds, those that the token may read.
   *
   * @param allowance - for schedules of shifts: no list has their members
   */
  async findSchedules(
    ids: readonly string[],
    signal: AbortSignal,
    allowance: Allowance,
  ): Promise<ReadonlyMap<string, ScheduleFacts>> {
    const layers = await this.layers.known(ids, signal);
    const others = ids.filter(id => !layers.has(id));
    const shifts = await this.shifts.known(others, signal, allowance);
    const members = new Map<string, readonly ProviderPerson[] | undefined>([
      ...[...layers].map(([id, each]) => [id, layersMembers(each)] as const),
      ...[...shifts].map(([id, each]) => [id, shiftsMembers(each)] as const),
    ]);
    const people = await this.findPeople(
      [...members.values()].flatMap(list => list?.map(({ id }) => id) ?? []),
      signal,
    );
    return new Map(
      [...layers, ...shifts].map(([id, schedule]) => [
        id,
        {
          title: titleOf(schedule),
          url: urlOf(schedule),
          timeZone: schedule.time_zone ?? undefined,
          team: teamOf('teams' in schedule ? schedule.teams : undefined),
          members: members.get(id)?.map(each => people.get(each.id) ?? each),
        },
      ]),
    );
  }

  /** People by id, with their e-mail where the token may read it. */
  async findPeople(
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, ProviderPerson>> {
    const users = await this.users.known(ids, signal);
    return new Map(
      [...users].flatMap(([id, user]) => {
        const person = toPerson(user);
        return person ? [[id, person] as const] : [];
      }),
    );
  }

  /** Only the members are wanted. */
  private moment(): OncallWindow {
    const from = this.runtime.now();
    return { from, to: from + 1000 };
  }
}
