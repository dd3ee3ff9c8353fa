import { BucketState } from '../FakeBucket';
import {
  FakeReply,
  FakeRequest,
  FakeVendor,
  FakeVendorOptions,
} from '../FakeVendor';
import {
  oncallsOf,
  PagerdutyEntry,
  PagerdutyPolicy,
  PagerdutySchedule,
  PagerdutyService,
  PagerdutyUser,
} from './state';
import {
  layersScheduleJson,
  oncallJson,
  policyJson,
  serviceJson,
  shiftsScheduleJson,
  userJson,
} from './json';

const DAY_MS = 24 * 3600_000;
const DEFAULT_PAGE = 25;
const MAX_PAGE = 100;
const MAX_OFFSET = 10_000;
const MINUTE_MS = 60_000;

const error = (status: number, code: number, message: string): FakeReply => ({
  status,
  body: { error: { message, code, errors: [] } },
});

const notFound = () => error(404, 2100, 'Not Found');
const invalid = (why: string) => error(400, 2001, why);

type Listed<T> = Map<string, T>;

/**
 * Stands in for the REST API of PagerDuty, as far as on-call goes: both kinds of schedules, pages of at most 100,
 * limits told in headers, except with a 429 as the vendor leaves them out there at times.
 */
export class FakePagerduty extends FakeVendor {
  readonly users: Listed<PagerdutyUser> = new Map();
  readonly schedules: Listed<PagerdutySchedule> = new Map();
  readonly policies: Listed<PagerdutyPolicy> = new Map();
  readonly services: Listed<PagerdutyService> = new Map();
  /** `always`: every page says that there is another; `same`: and is the first one. */
  endless: 'no' | 'always' | 'same' = 'no';
  private count = 0;

  constructor(
    private readonly options: FakeVendorOptions & {
      readonly token?: string;
      /** No list goes beyond it. Default 10,000. */
      readonly maxOffset?: number;
    },
  ) {
    super({ limit: { requests: 960, perMs: MINUTE_MS }, ...options });
  }

  addUser(user: PagerdutyUser): string {
    this.users.set(user.id, user);
    return user.id;
  }

  addSchedule({
    entries,
    ...schedule
  }: Pick<PagerdutySchedule, 'name'> &
    Partial<Omit<PagerdutySchedule, 'entries'>> & {
      readonly entries:
        | readonly PagerdutyEntry[]
        | PagerdutySchedule['entries'];
    }): string {
    const id = schedule.id ?? this.nextId();
    this.schedules.set(id, {
      timeZone: 'Etc/UTC',
      kind: 'layers',
      roster: [],
      ...schedule,
      id,
      entries: typeof entries === 'function' ? entries : () => entries,
    });
    return id;
  }

  addPolicy(policy: Omit<PagerdutyPolicy, 'id'> & { id?: string }): string {
    const id = policy.id ?? this.nextId();
    this.policies.set(id, { ...policy, id });
    return id;
  }

  addService(service: Omit<PagerdutyService, 'id'> & { id?: string }): string {
    const id = service.id ?? this.nextId();
    this.services.set(id, { ...service, id });
    return id;
  }

  protected authorized({ headers }: FakeRequest): boolean {
    const { token } = this.options;
    return !token || headers.authorization === `Token token=${token}`;
  }

  protected unauthorized(): FakeReply {
    return error(401, 2006, 'Unauthorized');
  }

  protected limitHeaders(state: BucketState): Record<string, string> {
    if (!state.allowed) return {};
    return {
      'ratelimit-limit': `${state.limit}`,
      'ratelimit-remaining': `${state.remaining}`,
      'ratelimit-reset': `${Math.ceil(state.resetMs / 1000)}`,
    };
  }

  protected tooMany(): FakeReply {
    return error(429, 2020, 'Rate Limit Exceeded');
  }

  protected answer(request: FakeRequest): FakeReply {
    const [, ...path] = request.path.split('/');
    const [list, id] = path[0] === 'v3' ? [`v3/${path[1]}`, path[2]] : path;
    if (list === 'oncalls' && !id) return this.oncalls(request);
    if (!id) return this.list(list, request);
    return this.one(list, id, request);
  }

  private nextId(): string {
    this.count += 1;
    return `P${this.count.toString(36).toUpperCase().padStart(6, '0')}`;
  }

  private kindOf(kind: PagerdutySchedule['kind']): PagerdutySchedule[] {
    return [...this.schedules.values()].filter(each => each.kind === kind);
  }

  private one(list: string, id: string, request: FakeRequest): FakeReply {
    const schedule = this.schedules.get(id);
    const user = this.users.get(id);
    const policy = this.policies.get(id);
    const service = this.services.get(id);
    const span = this.spanOf(request);
    if (list === 'users' && user) return { body: { user: userJson(user) } };
    if (list === 'services' && service) {
      return { body: { service: serviceJson(service, this.policies) } };
    }
    if (list === 'escalation_policies' && policy) {
      const body = { escalation_policy: policyJson(policy, this) };
      return { body };
    }
    if (list === 'schedules' && schedule?.kind === 'layers') {
      return {
        body: { schedule: layersScheduleJson(schedule, this.users, span) },
      };
    }
    if (list === 'v3/schedules' && schedule?.kind === 'shifts') {
      return { body: { schedule: shiftsScheduleJson(schedule, span) } };
    }
    if (list === 'v3/schedules' && schedule) {
      return invalid('This schedule is not one of shifts');
    }
    return notFound();
  }

  private list(list: string, request: FakeRequest): FakeReply {
    switch (list) {
      case 'users':
        return this.page(request, list, [...this.users.values()], userJson);
      case 'services':
        return this.page(request, list, [...this.services.values()], each =>
          serviceJson(each, this.policies),
        );
      case 'escalation_policies':
        return this.page(request, list, [...this.policies.values()], each =>
          policyJson(each, this),
        );
      case 'schedules':
        return this.page(request, list, this.kindOf('layers'), each =>
          layersScheduleJson(each, this.users),
        );
      default:
        return notFound();
    }
  }

  private oncalls(request: FakeRequest): FakeReply {
    const { query } = request;
    const span = this.spanOf(request);
    if (span.to - span.from > 90 * DAY_MS) return invalid('Range too long');
    const among = (name: string, id: string | undefined) => {
      const ids = query.getAll(name);
      return ids.length === 0 || (id !== undefined && ids.includes(id));
    };
    const all = oncallsOf(
      [...this.policies.values()].filter(({ id }) =>
        among('escalation_policy_ids[]', id),
      ),
      this.schedules,
      span.from,
      span.to,
    ).filter(({ schedule }) => among('schedule_ids[]', schedule?.id));
    const whole = query.getAll('include[]').includes('users');
    return this.page(request, 'oncalls', all, each =>
      oncallJson(each, this.users, whole),
    );
  }

  private spanOf({ query }: FakeRequest): { from: number; to: number } {
    const time = (name: string, otherwise: number) =>
      query.has(name) ? Date.parse(query.get(name) ?? '') : otherwise;
    const from = time('since', this.now());
    return { from, to: time('until', from + 1) };
  }

  private page<T>(
    { query }: FakeRequest,
    name: string,
    all: readonly T[],
    write: (item: T) => object,
  ): FakeReply {
    const limit = Math.min(
      Number(query.get('limit') ?? DEFAULT_PAGE),
      MAX_PAGE,
    );
    const asked = Number(query.get('offset') ?? 0);
    if (asked + limit > (this.options.maxOffset ?? MAX_OFFSET))
      return invalid('Offset is too large');
    const offset = this.endless === 'same' ? 0 : asked;
    const items = all.slice(offset, offset + limit).map(write);
    if (this.endless === 'always') {
      const moved = all.slice(0, limit).map(item => {
        const json = write(item);
        const end = new Date(this.now() + (asked + 1) * 1000).toISOString();
        return { ...json, id: `P${asked}`, end };
      });
      return { body: { [name]: moved, limit, offset, more: true } };
    }
    const more = this.endless === 'same' || offset + limit < all.length;
    return { body: { [name]: items, limit, offset: asked, more } };
  }
}
