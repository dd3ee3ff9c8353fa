import { createHmac } from 'node:crypto';
import { FakeDelivery } from '../delivery';
import { BucketState } from '../FakeBucket';
import {
  FakeReply,
  FakeRequest,
  FakeVendor,
  FakeVendorOptions,
} from '../FakeVendor';
import {
  OperationsSchedule,
  OperationsState,
  OperationsTeam,
} from '../opsgenie/state';
import { timelineOf } from '../opsgenie/timeline';
import { JiraIssues } from './JiraIssues';
import { escalationJson, iso, periodJson, scheduleJson } from './json';

const DEFAULT_PAGE = 25;
/** Asked for more, it gives fewer. */
const MAX_PAGE = 50;
/** Jira gives no more users, whatever is asked for. */
const MAX_USERS = 200;
const DEFAULT_USERS = 10;
const MINUTE_MS = 60_000;

const error = (status: number, title: string): FakeReply => ({
  status,
  body: { errors: [{ title, detail: title }] },
});

const notFound = () => error(404, 'Not Found');

/**
 * Stands in for the operations of Jira Service Management, and for issues of Jira that are incidents: nothing is inside `data`, people
 * are bare ids, and Jira tells who they are to those who have the right.
 */
export class FakeJsm extends FakeVendor {
  readonly state: OperationsState;
  readonly cloudId: string;
  /** What Jira itself keeps. */
  readonly issues: JiraIssues;
  /** `always`: every page says that there is another; `same`: and is the first one. */
  endless: 'no' | 'always' | 'same' = 'no';

  constructor(
    private readonly options: FakeVendorOptions & {
      /** The whole header, with its scheme. */
      readonly authorization?: string;
      readonly cloudId?: string;
      /** Of webhooks that an administrator set up. */
      readonly webhookSecret?: string;
      /** Shared with another dialect, as while a company moves. */
      readonly state?: OperationsState;
    },
  ) {
    super({ limit: { requests: 1200, perMs: MINUTE_MS }, ...options });
    this.state = options.state ?? new OperationsState();
    this.cloudId = options.cloudId ?? 'cloud-1';
    this.issues = new JiraIssues(this.now);
  }

  /** What is sent about an issue as it is now. */
  deliver(id: string, event = 'jira:issue_updated'): FakeDelivery {
    return this.sign(JSON.stringify(this.issues.event(id, event)));
  }

  /** Any body, rightly signed. */
  sign(body: string): FakeDelivery {
    const { webhookSecret = '' } = this.options;
    const signature = createHmac('sha256', webhookSecret).update(body);
    return {
      rawBody: Buffer.from(body),
      headers: {
        'content-type': 'application/json',
        'x-hub-signature': `sha256=${signature.digest('hex')}`,
      },
      url: '',
    };
  }

  protected authorized({ headers }: FakeRequest): boolean {
    const { authorization } = this.options;
    return !authorization || headers.authorization === authorization;
  }

  protected unauthorized(): FakeReply {
    return { status: 401, body: { code: 401, message: 'Unauthorized' } };
  }

  protected limitHeaders(state: BucketState): Record<string, string> {
    return {
      'x-ratelimit-limit': `${state.limit}`,
      'x-ratelimit-remaining': `${state.remaining}`,
      'x-ratelimit-reset': new Date(state.resetAt).toISOString(),
      ...(!state.allowed && {
        'retry-after': `${Math.ceil(state.resetMs / 1000)}`,
      }),
    };
  }

  protected tooMany(): FakeReply {
    return error(429, 'Rate limit exceeded');
  }

  protected answer(request: FakeRequest): FakeReply {
    const operations = `/jsm/ops/api/${this.cloudId}/v1/`;
    const jira = `/ex/jira/${this.cloudId}/rest/api/3/`;
    if (request.path.startsWith(jira)) {
      return this.jira(request.path.slice(jira.length), request);
    }
    if (!request.path.startsWith(operations)) return notFound();
    const path = request.path.slice(operations.length).split('/');
    return path[0] === 'schedules'
      ? this.schedules(path, request)
      : this.teams(path, request);
  }

  private jira(path: string, request: FakeRequest): FakeReply {
    if (path === 'user/bulk') return this.users(request);
    if (path === 'search/jql') return this.issues.search(request);
    const [list, id] = path.split('/');
    return list === 'issue' ? this.issues.one(id) : notFound();
  }

  private schedules(
    [, id, part]: readonly string[],
    request: FakeRequest,
  ): FakeReply {
    const { schedules } = this.state;
    const expand = request.query.get('expand') === 'rotation';
    if (!id) {
      return this.page(request, [...schedules.values()], each =>
        scheduleJson(each, expand),
      );
    }
    const schedule = schedules.get(id);
    if (!schedule) return notFound();
    if (part === 'timeline') return this.timeline(schedule, request);
    return part ? notFound() : { body: scheduleJson(schedule, true) };
  }

  private teams(
    [list, id, part, escalationId]: readonly string[],
    request: FakeRequest,
  ): FakeReply {
    const { teams, escalations } = this.state;
    if (list !== 'teams') return notFound();
    if (!id) {
      const platformTeams = [...teams.values()].map(each => ({
        teamId: each.id,
        teamName: each.name,
      }));
      return { body: { platformTeams } };
    }
    const team = teams.get(id);
    const escalation = escalations.get(escalationId ?? '');
    if (team && part === 'routing-rules') return this.routing(team, request);
    return team && part === 'escalations' && escalation?.team === id
      ? { body: escalationJson(escalation) }
      : notFound();
  }

  private timeline(
    schedule: OperationsSchedule,
    { query }: FakeRequest,
  ): FakeReply {
    const timeline = timelineOf(schedule, query, this.now());
    if (!timeline) return error(400, 'Wrong timeline');
    return {
      body: {
        startDate: iso(timeline.from),
        endDate: iso(timeline.to),
        finalTimeline: {
          rotations: timeline.rotations.map((rotation, index) => ({
            id: rotation.id,
            name: rotation.name,
            deleted: rotation.deleted ?? false,
            ...(!rotation.deleted && { order: index + 1 }),
            periods: rotation.periods.map(periodJson),
          })),
        },
        _expands: ['base', 'forwarding', 'override'],
      },
    };
  }

  private routing({ routing }: OperationsTeam, request: FakeRequest) {
    const rules = routing.map((rule, order) => ({ ...rule, id: `${order}` }));
    return this.page(request, rules, ({ id, isDefault, notify }) => ({
      id,
      isDefault,
      order: Number(id),
      notify,
    }));
  }

  private users({ query }: FakeRequest): FakeReply {
    const size = Number(query.get('maxResults') ?? DEFAULT_USERS);
    const ids = query.getAll('accountId').slice(0, Math.min(size, MAX_USERS));
    const values = ids.flatMap(id => {
      const user = this.state.users.get(id);
      if (!user) return [];
      return [
        {
          accountId: id,
          accountType: 'atlassian',
          displayName: user.name,
          active: !user.left,
          ...(user.email && { emailAddress: user.email }),
        },
      ];
    });
    return { body: { maxResults: size, startAt: 0, isLast: true, values } };
  }

  private page<T extends { readonly id: string }>(
    { query, path }: FakeRequest,
    all: readonly T[],
    write: (item: T) => object,
  ): FakeReply {
    const size = Math.min(Number(query.get('size') ?? DEFAULT_PAGE), MAX_PAGE);
    const asked = Number(query.get('offset') ?? 0);
    const offset = this.endless === 'no' ? asked : 0;
    const items = all.slice(offset, offset + size);
    const shown =
      this.endless === 'always'
        ? items.map(item => ({ ...item, id: `${item.id}${asked}` }))
        : items;
    const more = this.endless !== 'no' || offset + size < all.length;
    return {
      body: {
        values: shown.map(write),
        links: more ? { next: `${path}?offset=${asked + size}` } : {},
      },
    };
  }
}
