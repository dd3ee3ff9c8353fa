import { OncallWindow } from '@plimsoll/backstage-plugin-reliability-common';
import {
  ProviderError,
  ProviderLookup,
  ProviderPerson,
  ProviderRuntime,
  understood,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import {
  escalationSchema,
  routingSchema,
  scheduleSchema,
  teamSchema,
  timelineSchema,
  userSchema,
} from './answers';
import { OpsgenieConfig } from './config';
import { opsgenieLimit } from './limits';
import {
  Member,
  namedTeams,
  OperationsClient,
  OperationsHttp,
  timelineQuery,
} from './OperationsClient';
import { personOfName, toPerson } from './people';

const HOUR_MS = 3600_000;
const PAGE = 100;
const FEW = 10;

const inside = <T extends z.ZodType>(schema: T) => z.object({ data: schema });
const listSchema = inside(z.array(z.unknown()));

const usersSchema = z.object({
  data: z.array(z.unknown()),
  paging: z.object({ next: z.string().nullish() }).nullish().catch(undefined),
});

interface User {
  readonly id: string;
  readonly person: ProviderPerson;
}

/** A user is found by id and by name, as old periods of a timeline may tell only the latter. */
const toUsers = (user: z.output<typeof userSchema>): User[] => {
  const { id, username, fullName, blocked } = user;
  const person = personOfName(id ?? username, username);
  if (!person) return [];
  const whole = {
    ...person,
    name: fullName ?? person.name,
    ...(blocked && { left: true }),
  };
  return [...new Set([id, username])].flatMap(key =>
    key ? { id: key, person: whole } : [],
  );
};

/** Asks one account of Opsgenie. */
export class OpsgenieClient implements OperationsClient {
  readonly product = 'Opsgenie';
  readonly escalationsOfTeams = false;
  private readonly http: OperationsHttp;
  private readonly users: ProviderLookup<User>;

  constructor(
    account: string,
    { apiKey, baseUrl }: Pick<OpsgenieConfig, 'apiKey' | 'baseUrl'>,
    runtime: ProviderRuntime,
  ) {
    this.http = new OperationsHttp(this.product, {
      account,
      baseUrl,
      headers: () => ({
        authorization: `GenieKey ${apiKey}`,
        accept: 'application/json',
      }),
      rateLimit: opsgenieLimit,
      runtime,
    });
    this.users = new ProviderLookup<User>({
      one: (id, signal) => this.user(id, signal),
      all: signal => this.allUsers(signal),
      few: FEW,
      keepMs: HOUR_MS,
      now: runtime.now,
      notFound: id =>
        new ProviderError('not-found', `Account "${account}" has no "${id}".`),
    });
  }

  health() {
    return this.http.health();
  }

  async timeline(id: string, window: OncallWindow, signal: AbortSignal) {
    const path = `/v2/schedules/${encodeURIComponent(id)}/timeline`;
    const query = timelineQuery(window);
    return (await this.http.get(path, inside(timelineSchema), signal, query))
      .data;
  }

  async schedule(id: string, signal: AbortSignal) {
    const path = `/v2/schedules/${encodeURIComponent(id)}`;
    return (await this.http.get(path, inside(scheduleSchema), signal)).data;
  }

  async *schedules(signal: AbortSignal) {
    const query = { expand: 'rotation' };
    const all = await this.http.get('/v2/schedules', listSchema, signal, query);
    yield understood(all.data, scheduleSchema);
  }

  async teams(signal: AbortSignal) {
    const { data } = await this.http.get('/v2/teams', listSchema, signal);
    return namedTeams(understood(data, teamSchema));
  }

  async members(team: string, signal: AbortSignal): Promise<Member[]> {
    const path = `/v2/teams/${encodeURIComponent(team)}`;
    const { data } = await this.http.get(path, inside(teamSchema), signal);
    return (data.members ?? []).flatMap(member => {
      const person = toPerson(member?.user);
      return person ? { person, role: member?.role ?? undefined } : [];
    });
  }

  async routing(team: string, signal: AbortSignal) {
    const path = `/v2/teams/${encodeURIComponent(team)}/routing-rules`;
    const { data } = await this.http.get(path, listSchema, signal);
    return understood(data, routingSchema);
  }

  async escalation(id: string, signal: AbortSignal) {
    const path = `/v2/escalations/${encodeURIComponent(id)}`;
    return (await this.http.get(path, inside(escalationSchema), signal)).data;
  }

  async people(ids: readonly string[], signal: AbortSignal) {
    const users = await this.users.known(ids, signal);
    return {
      people: new Map([...users].map(([id, { person }]) => [id, person])),
    };
  }

  private async user(id: string, signal: AbortSignal): Promise<User> {
    const path = `/v2/users/${encodeURIComponent(id)}`;
    const { data } = await this.http.get(path, inside(userSchema), signal);
    const [user] = toUsers({ ...data, id: data.id ?? id });
    return user;
  }

  private async *allUsers(signal: AbortSignal): AsyncIterable<User[]> {
    for await (const page of this.http.pages(
      '/v2/users',
      { limit: PAGE },
      usersSchema,
      ({ data, paging }) => ({ items: data, more: Boolean(paging?.next) }),
      signal,
    )) {
      yield understood(page, userSchema).flatMap(toUsers);
    }
  }
}
