import { FakeDelivery } from '../delivery';
import { BucketState } from '../FakeBucket';
import {
  FakeReply,
  FakeRequest,
  FakeVendor,
  FakeVendorOptions,
} from '../FakeVendor';
import { answerIncidents } from './answerIncidents';
import { eventJson } from './incidentJson';
import { PagerdutyIncidents } from './incidents';
import {
  error,
  invalid,
  notFound,
  pageOf,
  PagerdutyPaging,
  spanOf,
} from './paging';
import { signedDelivery } from './webhooks';
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
const MAX_OFFSET = 10_000;
const MINUTE_MS = 60_000;

type Listed<T> = Map<string, T>;

/**
 * Stands in for the REST API of PagerDuty, as far as on-call and incidents go: both kinds of schedules, pages of at
 * most 100, limits told in headers, except with a 429 as the vendor leaves them out there at times.
 */
export class FakePagerduty extends FakeVendor {
  readonly users: Listed<PagerdutyUser> = new Map();
  readonly schedules: Listed<PagerdutySchedule> = new Map();
  readonly policies: Listed<PagerdutyPolicy> = new Map();
  readonly services: Listed<PagerdutyService> = new Map();
  /** `always`: every page says that there is another; `same`: and is the first one. */
  endless: 'no' | 'always' | 'same' = 'no';
  readonly incidents: PagerdutyIncidents;
  private count = 0;
  private events = 0;

  constructor(
    private readonly options: FakeVendorOptions & {
      readonly token?: string;
      /** No list goes beyond it. Default 10,000. */
      readonly maxOffset?: number;
      /** Of the webhook subscription; several while it is changed. */
      readonly webhookSecrets?: readonly string[];
    },
  ) {
    super({ limit: { requests: 960, perMs: MINUTE_MS }, ...options });
    this.incidents = new PagerdutyIncidents(this.now);
  }

  /** What is sent about an incident as it is now; each call is an event of its own. */
  delivery(id: string, eventType?: string): FakeDelivery {
    const incident = this.incidents.get(id);
    if (!incident) throw new Error(`There is no incident ${id}`);
    this.events += 1;
    const event = { id: `01EVENT${this.events}`, at: this.now() };
    const type = eventType ?? `incident.${incident.status}`;
    const body = eventJson(incident, type, this, event);
    return this.signed(JSON.stringify(body));
  }

  /** Any body, rightly signed. */
  signed(body: string): FakeDelivery {
    const { webhookSecrets = [] } = this.options;
    return signedDelivery(body, webhookSecrets, `delivery-${this.events}`);
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
    const incidents = answerIncidents(this, request, this.paging());
    if (incidents) return incidents;
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

  private one(list: string, id: string, request: FakeRequest): FakeReply {
    const schedule = this.schedules.get(id);
    const user = this.users.get(id);
    const policy = this.policies.get(id);
    const service = this.services.get(id);
    const span = spanOf(request, this.now());
    if (list === 'users' && user) return { body: { user: userJson(user) } };
    if (list === 'services' && service) {
      return { body: { service: serviceJson(service, this.policies) } };
    }
    if (list === 'escalation_policies' && policy) {
      return { body: { escalation_policy: policyJson(policy, this) } };
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
        return this.page(
          request,
          list,
          [...this.schedules.values()].filter(each => each.kind === 'layers'),
          each => layersScheduleJson(each, this.users),
        );
      default:
        return notFound();
    }
  }

  private oncalls(request: FakeRequest): FakeReply {
    const { query } = request;
    const span = spanOf(request, this.now());
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

  private page<T>(
    request: FakeRequest,
    name: string,
    all: readonly T[],
    write: (item: T) => object,
  ): FakeReply {
    return pageOf(request, name, all, write, this.paging());
  }

  private paging(): PagerdutyPaging {
    const { maxOffset = MAX_OFFSET } = this.options;
    return { maxOffset, endless: this.endless, now: this.now() };
  }
}
