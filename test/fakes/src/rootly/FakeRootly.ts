import { BucketState } from '../FakeBucket';
import {
  FakeReply,
  FakeRequest,
  FakeVendor,
  FakeVendorOptions,
} from '../FakeVendor';
import {
  oncallJson,
  policyJson,
  scheduleJson,
  serviceJson,
  shiftJson,
  teamJson,
  userJson,
} from './json';
import { RootlyIncidents } from './RootlyIncidents';
import {
  oncallsOf,
  RootlyNamed,
  RootlyPolicy,
  RootlySchedule,
  RootlyShift,
  RootlyUser,
  servicesOf,
  shiftsOf,
} from './state';

const MINUTE_MS = 60_000;
const DEFAULT_PAGE = 25;
const MAX_PAGE = 100;
const MAX_SHIFTS = 1000;

const errors = (status: number, title: string): FakeReply => ({
  status,
  body: { errors: [{ title, status: `${status}`, code: null, detail: null }] },
});

/** A written item, and whom it names. */
interface Item {
  readonly json: { readonly id: string };
  readonly user?: string;
}

/**
 * Stands in for the API of Rootly, as far as on-call and incidents go: JSON:API, pages by number, all on-calls at once, shifts
 * with shadows and overrides, people beside the items, and limits told in headers.
 */
export class FakeRootly extends FakeVendor {
  readonly users = new Map<string, RootlyUser>();
  readonly schedules = new Map<string, RootlySchedule>();
  readonly policies = new Map<string, RootlyPolicy>();
  readonly services = new Map<string, RootlyNamed>();
  readonly teams = new Map<string, RootlyNamed>();
  readonly incidents: RootlyIncidents;
  /** `always`: every page says that there is another; `same`: and is the first one. */
  endless: 'no' | 'always' | 'same' = 'no';
  private count = 0;

  constructor(
    private readonly options: FakeVendorOptions & {
      readonly token?: string;
      readonly webhookSecret?: string;
    },
  ) {
    super({ limit: { requests: 3000, perMs: MINUTE_MS }, ...options });
    this.incidents = new RootlyIncidents(this.now, options.webhookSecret);
  }

  addUser(user: Omit<RootlyUser, 'id'> & { readonly id?: string }): string {
    const id = user.id ?? `${this.next()}`;
    this.users.set(id, { ...user, id });
    return id;
  }

  addSchedule({
    shifts,
    ...schedule
  }: Pick<RootlySchedule, 'name'> &
    Partial<Omit<RootlySchedule, 'shifts'>> & {
      readonly shifts: readonly RootlyShift[] | RootlySchedule['shifts'];
    }): string {
    const id = schedule.id ?? this.uuid();
    this.schedules.set(id, {
      owners: [],
      ...schedule,
      id,
      shifts: typeof shifts === 'function' ? shifts : () => shifts,
    });
    return id;
  }

  addPolicy(
    policy: Pick<RootlyPolicy, 'name' | 'levels'> & Partial<RootlyPolicy>,
  ): string {
    const id = policy.id ?? this.uuid();
    this.policies.set(id, { services: [], teams: [], ...policy, id });
    return id;
  }

  addService(service: Omit<RootlyNamed, 'id'> & { id?: string }): string {
    const id = service.id ?? this.uuid();
    this.services.set(id, { ...service, id });
    return id;
  }

  addTeam(team: Omit<RootlyNamed, 'id'> & { id?: string }): string {
    const id = team.id ?? this.uuid();
    this.teams.set(id, { ...team, id });
    return id;
  }

  protected authorized({ headers }: FakeRequest): boolean {
    const { token } = this.options;
    return !token || headers.authorization === `Bearer ${token}`;
  }

  protected unauthorized(): FakeReply {
    return errors(401, 'Invalid token');
  }

  protected limitHeaders(state: BucketState): Record<string, string> {
    return {
      'x-ratelimit-limit': `${state.limit}, ${state.limit};window=60`,
      'x-ratelimit-remaining': `${state.remaining}`,
      'x-ratelimit-used': `${state.limit - state.remaining}`,
      'x-ratelimit-reset': `${Math.ceil(state.resetAt / 1000)}`,
    };
  }

  protected tooMany(): FakeReply {
    return {
      status: 429,
      body: { error: 'Rate limit exceeded. Try again later.' },
    };
  }

  protected answer(request: FakeRequest): FakeReply {
    const [, version, list, id] = request.path.split('/');
    if (version === 'v1' && list === 'incidents') {
      return this.incidents.answer(request);
    }
    if (version !== 'v1' || id) return errors(404, 'Not found or unauthorized');
    const json = <T>(
      all: ReadonlyMap<string, T>,
      write: (item: T) => Item['json'],
    ) =>
      this.page(
        request,
        [...all.values()].map(item => ({ json: write(item) })),
        MAX_PAGE,
      );
    switch (list) {
      case 'services':
        return json(this.services, serviceJson);
      case 'teams':
        return json(this.teams, teamJson);
      case 'escalation_policies':
        return json(this.policies, policyJson);
      case 'schedules':
        return json(this.schedules, scheduleJson);
      case 'oncalls':
        return this.oncalls(request);
      case 'shifts':
        return this.shifts(request);
      default:
        return errors(404, 'Not found or unauthorized');
    }
  }

  private next(): number {
    this.count += 1;
    return this.count;
  }

  private uuid(): string {
    const digits = this.next().toString(16).padStart(12, '0');
    return `0a1b2c3d-0000-4000-8000-${digits}`;
  }

  private oncalls(request: FakeRequest): FakeReply {
    const { query } = request;
    const among = (name: string, ids: readonly string[]) => {
      const wanted = query.get(`filter[${name}]`)?.split(',');
      return !wanted || ids.some(id => wanted.includes(id));
    };
    const since = Date.parse(query.get('since') ?? '') || this.now();
    const until = Date.parse(query.get('until') ?? '') || since + 1;
    const policies = [...this.policies.values()].filter(
      policy =>
        among('escalation_policy_ids', [policy.id]) &&
        among('service_ids', servicesOf(policy, this.services)) &&
        among('group_ids', policy.teams),
    );
    const all = oncallsOf(policies, this.schedules, since, until);
    return this.page(
      request,
      all.map(each => ({ json: oncallJson(each), user: each.user })),
    );
  }

  private shifts(request: FakeRequest): FakeReply {
    const { query } = request;
    const from = Date.parse(query.get('from') ?? '');
    const to = Date.parse(query.get('to') ?? '');
    if (!(to > from)) return errors(422, 'Invalid range');
    const wanted = query.getAll('schedule_ids[]');
    const all = [...this.schedules.values()]
      .filter(({ id }) => wanted.length === 0 || wanted.includes(id))
      .flatMap(schedule =>
        shiftsOf(schedule, from, to).map(shift => ({
          json: shiftJson(schedule, shift),
          user: shift.user,
        })),
      );
    return this.page(request, all, MAX_SHIFTS);
  }

  /** @param most - absent: all at once */
  private page(
    { query }: FakeRequest,
    all: readonly Item[],
    most?: number,
  ): FakeReply {
    const asked = Number(query.get('page[size]') ?? DEFAULT_PAGE);
    const size = most === undefined ? Infinity : Math.min(asked, most);
    const page = Number(query.get('page[number]') ?? 1);
    const pages = size === Infinity ? 1 : Math.ceil(all.length / size);
    const paged = most !== undefined && this.endless === 'no';
    const first = paged ? (page - 1) * size : 0;
    const items = all.slice(first, first + size);
    const moved = this.endless === 'always' ? `+${page}` : '';
    const more = this.endless !== 'no' || page < pages;
    const people = query.get('include')?.split(',').includes('user')
      ? new Set(items.flatMap(({ user }) => user ?? []))
      : [];
    return {
      body: {
        data: items.map(({ json }) => ({ ...json, id: `${json.id}${moved}` })),
        included: [...people].flatMap(id => {
          const user = this.users.get(id);
          return user ? [userJson(user)] : [];
        }),
        ...((most !== undefined || more) && {
          meta: {
            current_page: page,
            next_page: more ? page + 1 : null,
            prev_page: page > 1 ? page - 1 : null,
            total_count: all.length,
            total_pages: pages,
          },
        }),
      },
    };
  }
}
