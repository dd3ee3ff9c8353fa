import { OncallWindow } from '@plimsoll/backstage-plugin-reliability-common';
import {
  ProviderPerson,
  ProviderRuntime,
  understood,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import {
  accountSchema,
  escalationSchema,
  routingSchema,
  scheduleSchema,
  teamSchema,
  timelineSchema,
} from './answers';
import { authorization } from './authorization';
import { JsmConfig } from './config';
import { JsmPeople } from './JsmPeople';
import { atlassianLimit } from './limits';
import {
  namedTeams,
  OperationsClient,
  OperationsHttp,
  timelineQuery,
} from './OperationsClient';

const PAGE = 100;

const listSchema = z.object({
  values: z.array(z.unknown()),
  links: z.object({ next: z.string().nullish() }).nullish().catch(undefined),
});

const usersSchema = z.object({ values: z.array(z.unknown()) });
const teamsSchema = z.object({ platformTeams: z.array(z.unknown()) });

const toPeople = (
  users: readonly z.output<typeof accountSchema>[],
): ProviderPerson[] =>
  users.flatMap(({ accountId: id, displayName, emailAddress, active }) => {
    const email = emailAddress?.toLowerCase();
    const name = displayName ?? email;
    if (!id || !name) return [];
    return {
      id,
      name,
      ...(email && { email }),
      ...(active === false && { left: true }),
    };
  });

/** Asks one site of Jira Service Management, and Jira for who the people are. */
export class JsmClient implements OperationsClient {
  readonly product = 'Jira Service Management';
  readonly escalationsOfTeams = true;
  private readonly http: OperationsHttp;
  /** Jira is another right and another limit: what it refuses says nothing of the schedules. */
  private readonly jira: OperationsHttp;
  private readonly directory: JsmPeople;
  private readonly root: string;

  constructor(
    account: string,
    private readonly config: Omit<JsmConfig, 'name' | 'type'>,
    runtime: ProviderRuntime,
  ) {
    this.root = `/jsm/ops/api/${config.cloudId}/v1`;
    const options = {
      account,
      baseUrl: config.baseUrl,
      headers: () => ({
        authorization: authorization(config),
        accept: 'application/json',
      }),
      rateLimit: atlassianLimit,
      runtime,
    };
    this.http = new OperationsHttp(this.product, options);
    this.jira = new OperationsHttp('Jira', options);
    this.directory = new JsmPeople(
      (ids, signal) => this.accounts(ids, signal),
      runtime,
    );
  }

  health() {
    const [own, jira] = [this.http.health(), this.jira.health()];
    return {
      ...own,
      requests: own.requests + jira.requests,
      waits: own.waits + jira.waits,
    };
  }

  timeline(id: string, window: OncallWindow, signal: AbortSignal) {
    const path = `${this.root}/schedules/${encodeURIComponent(id)}/timeline`;
    return this.http.get(path, timelineSchema, signal, timelineQuery(window));
  }

  schedule(id: string, signal: AbortSignal) {
    const path = `${this.root}/schedules/${encodeURIComponent(id)}`;
    return this.http.get(path, scheduleSchema, signal);
  }

  async *schedules(signal: AbortSignal) {
    const pages = this.list('/schedules', signal, { expand: 'rotation' });
    for await (const page of pages) yield understood(page, scheduleSchema);
  }

  async teams(signal: AbortSignal) {
    const path = `${this.root}/teams`;
    const { platformTeams } = await this.http.get(path, teamsSchema, signal);
    return namedTeams(
      understood(platformTeams, teamSchema).map(({ teamId, teamName }) => ({
        id: teamId,
        name: teamName,
      })),
    );
  }

  async routing(team: string, signal: AbortSignal) {
    const path = `/teams/${encodeURIComponent(team)}/routing-rules`;
    const rules: unknown[] = [];
    for await (const page of this.list(path, signal)) rules.push(...page);
    return understood(rules, routingSchema);
  }

  escalation(id: string, signal: AbortSignal) {
    const [team, escalation] = id.split(':').map(encodeURIComponent);
    const path = `${this.root}/teams/${team}/escalations/${escalation}`;
    return this.http.get(path, escalationSchema, signal);
  }

  people(ids: readonly string[], signal: AbortSignal) {
    return this.directory.find(ids, signal);
  }

  private async accounts(ids: readonly string[], signal: AbortSignal) {
    const path = `/ex/jira/${this.config.cloudId}/rest/api/3/user/bulk`;
    const query = { accountId: ids, maxResults: ids.length };
    const { values } = await this.jira.get(path, usersSchema, signal, query);
    return toPeople(understood(values, accountSchema));
  }

  private list(
    path: string,
    signal: AbortSignal,
    query: Readonly<Record<string, string>> = {},
  ) {
    return this.http.pages(
      `${this.root}${path}`,
      { ...query, size: PAGE },
      listSchema,
      ({ values, links }) => ({ items: values, more: Boolean(links?.next) }),
      signal,
    );
  }
}
