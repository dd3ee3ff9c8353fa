import { BucketState } from '../FakeBucket';
import {
  FakeReply,
  FakeRequest,
  FakeVendor,
  FakeVendorOptions,
} from '../FakeVendor';
import { FakeDelivery } from '../delivery';
import { standardDelivery } from './standardDelivery';
import { incidentJson } from './incidentJson';
import { IncidentIoIncidents } from './IncidentIoIncidents';
import { error, iso, notFound, pageOf, SITE, userJson } from './replies';
import {
  IncidentIoEntry,
  IncidentIoPath,
  IncidentIoSchedule,
  IncidentIoUser,
} from './state';

const ENTRIES_PAGE = 100;
const MINUTE_MS = 60_000;
const INCIDENTS = [
  'incidents',
  'incident_updates',
  'follow_ups',
  'escalations',
];

/**
 * Stands in for the API of incident.io, as far as on-call and incidents go: pages of at most 250, entries whose
 * `after` is the time from which to ask next, limits that are told in headers, and signed webhooks.
 */
export class FakeIncidentIo extends FakeVendor {
  readonly users = new Map<string, IncidentIoUser>();
  readonly schedules = new Map<string, IncidentIoSchedule>();
  readonly paths = new Map<string, IncidentIoPath>();
  readonly incidents: IncidentIoIncidents;
  /** `always`: every page says that there is another; `same`: and is the first one. */
  endless: 'no' | 'always' | 'same' = 'no';
  private count = 0;

  constructor(
    private readonly options: FakeVendorOptions & {
      readonly token?: string;
      /** `whsec_` and base64. */
      readonly webhookSecret?: string;
    },
  ) {
    super({ limit: { requests: 1200, perMs: MINUTE_MS }, ...options });
    this.incidents = new IncidentIoIncidents(this.now);
  }

  /** What is sent about an incident as it is now; each call is a delivery of its own. */
  deliver(
    id: string,
    event = 'incident_updated_v2',
    path?: string,
  ): FakeDelivery {
    const incident = this.incidents.byId.get(id);
    if (!incident) throw new Error(`No incident "${id}"`);
    const isPrivate = incident.visibility === 'private';
    const type = `${incident.visibility}_incident.${event}`;
    const payload = isPrivate ? { id } : incidentJson(incident);
    return this.sign(
      JSON.stringify({ event_type: type, [type]: payload }),
      path,
    );
  }

  /** Any body, rightly signed now. */
  sign(body: string, url = '/api/reliability/webhooks'): FakeDelivery {
    const { webhookSecret: secret } = this.options;
    if (!secret) throw new Error('The fake has no webhook secret');
    const id = `msg_${this.nextId()}`;
    return standardDelivery(body, { secret, id, now: this.now(), url });
  }

  addUser(user: IncidentIoUser): string {
    this.users.set(user.id, user);
    return user.id;
  }

  addSchedule({
    entries,
    ...schedule
  }: Pick<IncidentIoSchedule, 'name'> &
    Partial<Omit<IncidentIoSchedule, 'entries'>> & {
      readonly entries:
        | readonly IncidentIoEntry[]
        | IncidentIoSchedule['entries'];
    }): string {
    const id = schedule.id ?? this.nextId();
    this.schedules.set(id, {
      timeZone: 'Etc/UTC',
      roster: [],
      ...schedule,
      id,
      entries: typeof entries === 'function' ? entries : () => entries,
    });
    return id;
  }

  addPath(path: Omit<IncidentIoPath, 'id'> & { id?: string }): string {
    const id = path.id ?? this.nextId();
    this.paths.set(id, { ...path, id });
    return id;
  }

  protected authorized({ headers }: FakeRequest): boolean {
    const { token } = this.options;
    return !token || headers.authorization === `Bearer ${token}`;
  }

  protected unauthorized(): FakeReply {
    return error(401, 'authentication_error', 'Invalid API key');
  }

  protected limitHeaders(state: BucketState): Record<string, string> {
    return {
      'x-ratelimit-limit': `${state.limit}`,
      'x-ratelimit-remaining': `${state.remaining}`,
      'x-ratelimit-reset': `${Math.ceil(state.resetAt / 1000)}`,
      ...(!state.allowed && {
        'retry-after': `${Math.ceil(state.resetMs / 1000)}`,
      }),
    };
  }

  protected tooMany(): FakeReply {
    return error(429, 'too_many_requests', 'Rate limit exceeded');
  }

  protected answer(request: FakeRequest): FakeReply {
    const [, version, list, id] = request.path.split('/');
    if (version !== 'v2' || INCIDENTS.includes(list)) {
      return this.incidents.answer(request);
    }
    if (list === 'schedule_entries' && !id) return this.entries(request);
    if (id) return this.one(list, id);
    switch (list) {
      case 'users':
        return pageOf(request, list, [...this.users.values()], userJson);
      case 'schedules':
        return pageOf(request, list, [...this.schedules.values()], each =>
          this.scheduleJson(each),
        );
      default:
        return notFound();
    }
  }

  private nextId(): string {
    this.count += 1;
    return `01HX${`${this.count}`.padStart(6, '0')}`;
  }

  private one(list: string, id: string): FakeReply {
    const schedule = this.schedules.get(id);
    const path = this.paths.get(id);
    const user = this.users.get(id);
    if (list === 'users' && user) return { body: { user: userJson(user) } };
    if (list === 'schedules' && schedule) {
      return { body: { schedule: this.scheduleJson(schedule) } };
    }
    if (list === 'escalation_paths' && path) {
      const { name, nodes } = path;
      return { body: { escalation_path: { id, name, path: nodes } } };
    }
    return notFound();
  }

  private entries({ query }: FakeRequest): FakeReply {
    const schedule = this.schedules.get(query.get('schedule_id') ?? '');
    if (!schedule) return notFound();
    const asked = Date.parse(query.get('entry_window_start') ?? '');
    const to = Date.parse(query.get('entry_window_end') ?? '');
    if (Number.isNaN(asked) || Number.isNaN(to)) {
      return error(422, 'validation_error', 'A window is needed');
    }
    const all = schedule
      .entries(asked, to)
      // An entry that ends before it begins is shown as it was put in.
      .filter(({ start, end }) => start < to && Math.max(start, end) > asked)
      .slice()
      .sort((a, b) => a.start - b.start);
    const page = all.slice(0, ENTRIES_PAGE);
    const after = this.after(asked, all);
    const shown =
      this.endless === 'always'
        ? page.map(entry => ({ ...entry, end: entry.end + asked }))
        : page;
    const write = (entry: IncidentIoEntry) => this.entryJson(schedule, entry);
    return {
      body: {
        schedule_entries: {
          final: shown.map(write),
          overrides: shown.filter(({ override }) => override).map(write),
          scheduled: shown.filter(({ override }) => !override).map(write),
        },
        ...(after && { pagination_meta: { after } }),
      },
    };
  }

  private after(
    asked: number,
    all: readonly IncidentIoEntry[],
  ): string | undefined {
    if (this.endless === 'always') return iso(asked + 1000);
    if (this.endless === 'same') return iso(all[0]?.start ?? asked);
    return all.length > ENTRIES_PAGE ? iso(all[ENTRIES_PAGE].start) : undefined;
  }

  private entryJson(
    { id }: IncidentIoSchedule,
    { start, end, user: userId, rotation }: IncidentIoEntry,
  ) {
    const user = this.users.get(userId ?? '');
    return {
      start_at: iso(start),
      end_at: iso(end),
      rotation_id: rotation ?? `${id}R`,
      layer_id: `${id}L`,
      ...(user && { user: userJson(user) }),
    };
  }

  private scheduleJson({ id, name, timeZone, roster }: IncidentIoSchedule) {
    return {
      id,
      name,
      timezone: timeZone,
      permalink: `${SITE}/on-call/schedules/${id}`,
      config: {
        rotations: [
          {
            id: `${id}R`,
            name: 'Rota',
            layers: [{ id: `${id}L` }],
            users: roster.flatMap(each => {
              const user = this.users.get(each);
              return user ? [userJson(user)] : [];
            }),
          },
        ],
      },
      team_ids: [],
    };
  }
}
