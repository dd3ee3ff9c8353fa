import { BucketState } from '../FakeBucket';
import {
  FakeReply,
  FakeRequest,
  FakeVendor,
  FakeVendorOptions,
} from '../FakeVendor';
import {
  chainJson,
  scheduleJson,
  shiftJson,
  stepsJson,
  userJson,
} from './json';
import {
  GrafanaChain,
  GrafanaSchedule,
  GrafanaShift,
  GrafanaUser,
} from './state';

const DAY_MS = 24 * 3600_000;
const PAGE = 50;
const FIVE_MINUTES_MS = 5 * 60_000;

const notFound = (): FakeReply => ({
  status: 404,
  body: { detail: 'Not found.' },
});

const dateOf = (text: string | null) =>
  text && /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;

/**
 * Stands in for the public API of Grafana OnCall, as far as on-call goes: pages of 50 whose `next` lacks the
 * path before it, whole days for final shifts, a wrong token that is answered with 403, and a limit that is told
 * only when it is reached.
 */
export class FakeGrafana extends FakeVendor {
  readonly users = new Map<string, GrafanaUser>();
  readonly teams = new Map<string, string>();
  readonly schedules = new Map<string, GrafanaSchedule>();
  readonly chains = new Map<string, GrafanaChain>();
  /** `always`: every page says that there is another; `same`: and is the first one. */
  endless: 'no' | 'always' | 'same' = 'no';
  private count = 0;

  constructor(
    private readonly options: FakeVendorOptions & { readonly token?: string },
  ) {
    super({ limit: { requests: 300, perMs: FIVE_MINUTES_MS }, ...options });
  }

  addUser(user: GrafanaUser): string {
    this.users.set(user.id, user);
    return user.id;
  }

  addTeam(name: string): string {
    const id = this.nextId('T');
    this.teams.set(id, name);
    return id;
  }

  addSchedule({
    shifts,
    ...schedule
  }: Pick<GrafanaSchedule, 'name'> &
    Partial<Omit<GrafanaSchedule, 'shifts'>> & {
      readonly shifts: readonly GrafanaShift[] | GrafanaSchedule['shifts'];
    }): string {
    const id = schedule.id ?? this.nextId('S');
    this.schedules.set(id, {
      timeZone: 'UTC',
      ...schedule,
      id,
      shifts: typeof shifts === 'function' ? shifts : () => shifts,
    });
    return id;
  }

  addChain(chain: Omit<GrafanaChain, 'id'> & { readonly id?: string }): string {
    const id = chain.id ?? this.nextId('F');
    this.chains.set(id, { ...chain, id });
    return id;
  }

  protected authorized({ headers }: FakeRequest): boolean {
    const { token } = this.options;
    return !token || headers.authorization === token;
  }

  protected unauthorized(): FakeReply {
    return { status: 403, body: { detail: 'Invalid token.' } };
  }

  protected tooMany({ resetMs }: BucketState): FakeReply {
    const seconds = Math.ceil(resetMs / 1000);
    return {
      status: 429,
      headers: { 'ratelimit-reset': `${seconds}` },
      body: {
        detail: `Request was throttled. Expected available in ${seconds} seconds.`,
      },
    };
  }

  protected answer(request: FakeRequest): FakeReply {
    const [, api, version, list, id, more] = request.path.split('/');
    if (api !== 'api' || version !== 'v1') return notFound();
    if (more === 'final_shifts') return this.finalShifts(id, request);
    return id ? this.one(list, id) : this.list(list, request);
  }

  private nextId(prefix: string): string {
    this.count += 1;
    return `${prefix}${this.count
      .toString(36)
      .toUpperCase()
      .padStart(12, '0')}`;
  }

  private one(list: string, id: string): FakeReply {
    const user = this.users.get(id);
    const schedule = this.schedules.get(id);
    const chain = this.chains.get(id);
    const team = this.teams.get(id);
    if (list === 'users' && user) return { body: userJson(user) };
    if (list === 'schedules' && schedule) {
      return { body: scheduleJson(schedule) };
    }
    if (list === 'escalation_chains' && chain)
      return { body: chainJson(chain) };
    if (list === 'teams' && team) return { body: { id, name: team } };
    return notFound();
  }

  private list(list: string, request: FakeRequest): FakeReply {
    const chain = request.query.get('escalation_chain_id');
    switch (list) {
      case 'users':
        return this.page(request, [...this.users.values()].map(userJson));
      case 'schedules':
        return this.page(
          request,
          [...this.schedules.values()].map(scheduleJson),
        );
      case 'escalation_chains':
        return this.page(request, [...this.chains.values()].map(chainJson));
      case 'escalation_policies':
        return this.page(
          request,
          [...this.chains.values()]
            .filter(({ id }) => !chain || id === chain)
            .flatMap(stepsJson),
        );
      case 'teams':
        return this.page(
          request,
          [...this.teams].map(([id, name]) => ({ id, name })),
        );
      default:
        return notFound();
    }
  }

  private finalShifts(id: string, request: FakeRequest): FakeReply {
    const schedule = this.schedules.get(id);
    if (!schedule) return notFound();
    const from = dateOf(request.query.get('start_date'));
    const last = dateOf(request.query.get('end_date'));
    const fits = last >= from && last - from <= 365 * DAY_MS;
    if (!fits) {
      return { status: 400, body: { end_date: ['Wrong range.'] } };
    }
    const to = last + DAY_MS;
    const shifts = schedule
      .shifts(from, to)
      .filter(({ start, end }) => start < to && end > from);
    return this.page(
      request,
      shifts.map(shift => shiftJson(shift, this.users)),
    );
  }

  private page(
    { path, query }: FakeRequest,
    all: readonly object[],
  ): FakeReply {
    const page = Number(query.get('page') ?? 1);
    const pages = Math.max(1, Math.ceil(all.length / PAGE));
    if (this.endless === 'no' && page > pages) {
      return { status: 404, body: { detail: 'Invalid page.' } };
    }
    const first = this.endless === 'same' ? 0 : (page - 1) * PAGE;
    const more = this.endless !== 'no' || page < pages;
    const items =
      this.endless === 'always'
        ? all.slice(0, PAGE).map(item => ({ ...item, position: page }))
        : all.slice(first, first + PAGE);
    const address = new URLSearchParams(query);
    address.set('page', `${page + 1}`);
    return {
      body: {
        count: all.length,
        // As a proxy in front of the vendor leaves it: nothing answers there.
        next: more ? `http://localhost/lost${path}?${address}` : null,
        previous: null,
        results: items,
        current_page_number: page,
        page_size: PAGE,
        total_pages: pages,
      },
    };
  }
}
