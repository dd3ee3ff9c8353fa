import { FakeReply, FakeRequest } from '../FakeVendor';

const MINUTE_MS = 60_000;
const DEFAULT_PAGE = 50;
const MAX_PAGE = 100;

/** Milliseconds since the epoch. */
export interface JiraIssue {
  readonly id: string;
  readonly project: { readonly key: string; readonly name: string };
  readonly summary: string;
  readonly status: {
    readonly name: string;
    readonly category: 'new' | 'indeterminate' | 'done';
  };
  readonly priority: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly resolvedAt?: number;
  readonly resolution?: string;
  readonly components: readonly string[];
  readonly assignee?: {
    readonly id: string;
    readonly name: string;
    readonly email?: string;
  };
  /** Name of its security level. */
  readonly security?: string;
  /** Id of the issue that it is a duplicate of. */
  readonly duplicates?: string;
  /** Whether the query of the account finds it. */
  readonly isIncident: boolean;
  /** Fields of the company, by their ids. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Jira writes an offset without a colon. */
const iso = (ms: number) => new Date(ms).toISOString().replace('Z', '+0000');

const wrong = (message: string): FakeReply => ({
  status: 400,
  body: { errorMessages: [message], errors: {} },
});

const notFound = (): FakeReply => ({
  status: 404,
  body: { errorMessages: ['Issue does not exist'], errors: {} },
});

type Test = (issue: JiraIssue, now: number) => boolean;

/** Reads one term of a query; undefined: it is none. */
function testOf(term: string): Test | undefined {
  const [, field, sign, count] =
    /^(created|updated) (>=|<=) "-(\d+)m"$/.exec(term) ?? [];
  if (field) {
    const ms = Number(count) * MINUTE_MS;
    return (issue, now) => {
      const at = field === 'created' ? issue.createdAt : issue.updatedAt;
      return sign === '>=' ? at >= now - ms : at <= now - ms;
    };
  }
  const [, id] = /^id = (\d+)$/.exec(term) ?? [];
  if (id) return issue => issue.id === id;
  return term === 'statusCategory != Done'
    ? issue => issue.status.category !== 'done'
    : undefined;
}

/** The issues of a site, as far as they are found by a query. */
export class JiraIssues {
  readonly byId = new Map<string, JiraIssue>();
  /** What finds incidents; any other query is called wrong. */
  jql = 'project = OPS AND issuetype = "[System] Incident"';
  /** `always`: every page says that there is another; `same`: and is the first one. */
  endless: 'no' | 'always' | 'same' = 'no';
  private count = 10_000;
  private rounds = 0;

  /** @param now - the vendor's clock; milliseconds since the epoch */
  constructor(private readonly now: () => number) {}

  /** @returns its id */
  add(issue: Partial<JiraIssue>): string {
    this.count += 1;
    const id = issue.id ?? `${this.count}`;
    const createdAt = issue.createdAt ?? this.now();
    this.byId.set(id, {
      project: { key: 'OPS', name: 'Operations' },
      summary: 'Something is wrong',
      status: { name: 'Open', category: 'new' },
      priority: 'Medium',
      createdAt,
      updatedAt: createdAt,
      components: [],
      isIncident: true,
      fields: {},
      ...issue,
      id,
    });
    return id;
  }

  /** Changes what is named, now, unless a time is given. */
  change(id: string, changes: Partial<JiraIssue>): void {
    const issue = this.byId.get(id);
    if (!issue) throw new Error(`No issue "${id}"`);
    this.byId.set(id, { ...issue, updatedAt: this.now(), ...changes });
  }

  /** The body of a webhook. */
  event(id: string, webhookEvent: string): object {
    const issue = this.byId.get(id);
    return {
      timestamp: this.now(),
      webhookEvent,
      issue: issue ? this.json(issue) : { id },
    };
  }

  search({ query }: FakeRequest): FakeReply {
    const jql = query.get('jql') ?? '';
    const [text, order] = jql.split(' ORDER BY ');
    const own = `(${this.jql})`;
    if (!text.startsWith(own))
      return wrong('The query is not that of the fake');
    const terms = text.slice(own.length).split(' AND ').filter(Boolean);
    const tests = terms.flatMap(term => testOf(term) ?? []);
    if (tests.length < terms.length) return wrong('The query cannot be read');
    const [, id] = /id = (\d+)/.exec(text) ?? [];
    if (id && !this.byId.has(id)) return wrong(`No issue with id ${id}`);
    const now = this.now();
    const found = [...this.byId.values()]
      .filter(issue => issue.isIncident)
      .filter(issue => tests.every(test => test(issue, now)))
      .sort((a, b) => a.updatedAt - b.updatedAt);
    if (order === 'created DESC') {
      found.sort((a, b) => b.createdAt - a.createdAt);
    }
    if (this.endless !== 'no') return this.again(found);
    return this.page(query, found);
  }

  one(id: string): FakeReply {
    const issue = this.byId.get(id);
    return issue ? { body: this.json(issue) } : notFound();
  }

  private page(query: URLSearchParams, found: readonly JiraIssue[]): FakeReply {
    const asked = Number(query.get('maxResults') ?? DEFAULT_PAGE);
    const size = Math.min(asked, MAX_PAGE);
    // The token is opaque; here it says where to go on.
    const from = Number(query.get('nextPageToken') ?? 0);
    const more = from + size < found.length;
    const issues = found.slice(from, from + size).map(each => this.json(each));
    return {
      body: {
        issues,
        isLast: !more,
        ...(more && { nextPageToken: `${from + size}` }),
      },
    };
  }

  private again(found: readonly JiraIssue[]): FakeReply {
    this.rounds += 1;
    const round = this.endless === 'always' ? `${this.rounds}` : '';
    return {
      body: {
        issues: found.map(each =>
          this.json({ ...each, id: `${each.id}${round}` }),
        ),
        isLast: false,
        nextPageToken: `${this.rounds}`,
      },
    };
  }

  private json(issue: JiraIssue) {
    const { assignee, status, project } = issue;
    return {
      id: issue.id,
      key: `${project.key}-${issue.id}`,
      fields: {
        summary: issue.summary,
        created: iso(issue.createdAt),
        updated: iso(issue.updatedAt),
        resolutiondate: issue.resolvedAt ? iso(issue.resolvedAt) : null,
        resolution: issue.resolution ? { name: issue.resolution } : null,
        priority: issue.priority ? { name: issue.priority } : null,
        status: {
          name: status.name,
          statusCategory: { id: 2, key: status.category },
        },
        project,
        components: issue.components.map(name => ({ name })),
        assignee: assignee
          ? {
              accountId: assignee.id,
              displayName: assignee.name,
              ...(assignee.email && { emailAddress: assignee.email }),
            }
          : null,
        security: issue.security ? { name: issue.security } : null,
        issuelinks: issue.duplicates
          ? [
              {
                type: { name: 'Duplicate', outward: 'duplicates' },
                outwardIssue: { id: issue.duplicates },
              },
            ]
          : [],
        ...issue.fields,
      },
    };
  }
}
