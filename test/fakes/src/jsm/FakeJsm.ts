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
 * Stands in for the operations of Jira Service Management, as far as on-call goes: nothing is inside `data`, people
 * are bare ids, and Jira tells who they are to those who have the right.
 */
export class FakeJsm extends FakeVendor {
  readonly state: OperationsState;
  readonly cloudId: string;
  /** `always`: every page says that there is another; `same`: and is the first one. */
  endless: 'no' | 'always' | 'same' = 'no';

  constructor(
    private readonly options: FakeVendorOptions & {
      /** The whole header, with its scheme. */
      readonly authorization?: string;
      readonly cloudId?: string;
      /** Shared with another dialect, as while a company moves. */
      readonly state?: OperationsState;
    },
  ) {
    super({ limit: { requests: 1200, perMs: MINUTE_MS }, ...options });
    this.state = options.state ?? new OperationsState();
    this.cloudId = options.cloudId ?? 'cloud-1';
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
    if (request.path === `/ex/jira/${this.cloudId}/rest/api/3/user/bulk`) {
      return this.users(request);
    }
    if (!request.path.startsWith(operations)) return notFound();
    const path = request.path.slice(operations.length).split('/');
    return path[0] === 'schedules'
      ? this.schedules(path, request)
      : this.teams(path, request);
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
