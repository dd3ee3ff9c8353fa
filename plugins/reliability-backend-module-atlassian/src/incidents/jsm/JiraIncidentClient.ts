import {
  ProviderHealth,
  ProviderRuntime,
  understood,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import { authorization } from '../../authorization';
import { atlassianLimit } from '../../limits';
import { OperationsHttp } from '../../OperationsClient';
import { JsmIncidentConfig } from '../config';
import { IssueAnswer, issueSchema } from './answers';

const PAGE = 100;
const MINUTE_MS = 60_000;

const FIELDS = [
  'summary',
  'created',
  'updated',
  'resolutiondate',
  'priority',
  'resolution',
  'status',
  'project',
  'components',
  'assignee',
  'security',
  'issuelinks',
];

const pageSchema = z.object({
  issues: z.array(z.unknown()),
  nextPageToken: z.string().min(1).nullish().catch(undefined),
});

/** Issues of a page, and what asks for the next one. */
export interface IssuePage {
  readonly issues: readonly IssueAnswer[];
  readonly next?: string;
}

/** What narrows the query of the account. Milliseconds ago: Jira takes times only in the zone of the account. */
export interface Narrowed {
  readonly createdWithin?: number;
  readonly createdBefore?: number;
  readonly updatedWithin?: number;
  readonly onlyOpen?: boolean;
  readonly id?: string;
  readonly order?: 'created DESC' | 'updated ASC';
}

const minutes = (ms: number) => Math.max(0, ms / MINUTE_MS);

const since = (field: string, ms: number | undefined) =>
  ms === undefined ? [] : [`${field} >= "-${Math.ceil(minutes(ms))}m"`];

/** The query of the account, narrowed; both ends of a time lie a little further out than was asked for. */
export function queryOf(jql: string, narrowed: Narrowed): string {
  const { createdWithin, createdBefore, updatedWithin, order } = narrowed;
  const terms = [
    `(${jql})`,
    ...since('created', createdWithin),
    ...(createdBefore === undefined
      ? []
      : [`created <= "-${Math.floor(minutes(createdBefore))}m"`]),
    ...since('updated', updatedWithin),
    ...(narrowed.onlyOpen ? ['statusCategory != Done'] : []),
    ...(narrowed.id === undefined ? [] : [`id = ${narrowed.id}`]),
  ];
  return `${terms.join(' AND ')}${order ? ` ORDER BY ${order}` : ''}`;
}

/** Asks one site of Jira for the issues that are incidents. @throws ProviderError, in each method */
export class JiraIncidentClient {
  private readonly http: OperationsHttp;
  private readonly root: string;
  private readonly fields: string;

  constructor(
    private readonly config: JsmIncidentConfig,
    runtime: ProviderRuntime,
  ) {
    const { severityField, serviceField, causeField, stamps } = config;
    const own = [
      severityField,
      serviceField,
      causeField,
      ...Object.values(stamps),
    ].flatMap(field => field ?? []);
    this.fields = [...new Set([...FIELDS, ...own])].join(',');
    this.root = `/ex/jira/${config.cloudId}/rest/api/3`;
    this.http = new OperationsHttp('Jira', {
      account: config.name,
      baseUrl: config.baseUrl,
      headers: () => ({
        authorization: authorization(config),
        accept: 'application/json',
      }),
      rateLimit: atlassianLimit,
      runtime,
    });
  }

  health(): ProviderHealth {
    return this.http.health();
  }

  /** One page at a time: whoever asks remembers where to go on. */
  async page(
    narrowed: Narrowed,
    token: string | undefined,
    signal: AbortSignal,
  ): Promise<IssuePage> {
    const { issues, nextPageToken } = await this.http.get(
      `${this.root}/search/jql`,
      pageSchema,
      signal,
      {
        jql: queryOf(this.config.jql, narrowed),
        fields: this.fields,
        maxResults: PAGE,
        ...(token !== undefined && { nextPageToken: token }),
        // The index of the search is behind; of these it is not.
        ...(narrowed.id !== undefined && { reconcileIssues: narrowed.id }),
      },
    );
    return {
      issues: understood(issues, issueSchema),
      next: nextPageToken ?? undefined,
    };
  }

  /** Whether there is an issue, an incident or not. @throws ProviderError `not-found` */
  async mustExist(id: string, signal: AbortSignal): Promise<void> {
    const schema = z.object({ id: z.unknown() });
    await this.http.get(`${this.root}/issue/${id}`, schema, signal, {
      fields: 'created',
    });
  }
}
