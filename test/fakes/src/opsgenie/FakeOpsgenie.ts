import { BucketState } from '../FakeBucket';
import {
  FakeReply,
  FakeRequest,
  FakeVendor,
  FakeVendorOptions,
} from '../FakeVendor';
import { userPage } from './userPage';
import {
  OperationsEscalation,
  OperationsSchedule,
  OperationsState,
  OperationsTarget,
  OperationsTeam,
} from './state';
import { TimelinePeriod, timelineOf } from './timeline';
import { FakeDelivery } from '../delivery';
import { error, iso, notFound, signIn, userJson, whole } from './json';
import { OpsgenieIncidents } from './OpsgenieIncidents';

const MINUTE_MS = 60_000;

/**
 * Stands in for the REST API of Opsgenie, as far as on-call and incidents go. Everything is inside `data`; only users come in
 * pages; a limit is told by its state and the length of its period.
 */
export class FakeOpsgenie extends FakeVendor {
  readonly state: OperationsState;
  readonly incidents: OpsgenieIncidents;
  /** `always`: every page of users says that there is another; `same`: and is the first one. */
  endless: 'no' | 'always' | 'same' = 'no';

  constructor(
    private readonly options: FakeVendorOptions & {
      readonly token?: string;
      /** Sent along with webhooks, in a header that is set up there. */
      readonly webhookSecret?: string;
      /** Shared with another dialect, as while a company moves. */
      readonly state?: OperationsState;
    },
  ) {
    super({ limit: { requests: 1200, perMs: MINUTE_MS }, ...options });
    this.state = options.state ?? new OperationsState();
    this.incidents = new OpsgenieIncidents(this.now);
  }

  /** What is sent about an alert of an incident, as it is now. */
  deliver(id: string, action = 'Create'): FakeDelivery {
    return this.sign(JSON.stringify(this.incidents.alert(id, action)));
  }

  /** Any body, with the secret. */
  sign(body: string): FakeDelivery {
    const { webhookSecret = '' } = this.options;
    return {
      rawBody: Buffer.from(body),
      headers: {
        'content-type': 'application/json',
        'x-plimsoll-secret': webhookSecret,
      },
      url: '',
    };
  }

  protected authorized({ headers }: FakeRequest): boolean {
    const { token } = this.options;
    return !token || headers.authorization === `GenieKey ${token}`;
  }

  protected unauthorized(): FakeReply {
    return error(401, 'Could not authenticate');
  }

  protected limitHeaders(state: BucketState): Record<string, string> {
    return {
      'x-ratelimit-state': state.allowed ? 'OK' : 'THROTTLED',
      'x-ratelimit-reason': 'ACCOUNT',
      'x-ratelimit-period-in-sec': '60',
    };
  }

  protected tooMany(): FakeReply {
    return error(429, 'TooManyRequests');
  }

  protected answer(request: FakeRequest): FakeReply {
    const [, version, list, rawId, part] = request.path.split('/');
    if (version === 'v1' || list === 'incident-timelines') {
      return this.incidents.answer(request);
    }
    if (version !== 'v2') return notFound();
    const id = rawId && decodeURIComponent(rawId);
    const { users, schedules, escalations, teams } = this.state;
    if (list === 'users')
      return id
        ? this.user(id)
        : userPage(request, [...users.values()], this.endless);
    if (!id) return this.list(list, request);
    const schedule = list === 'schedules' && schedules.get(id);
    const team = list === 'teams' && teams.get(id);
    const escalation = list === 'escalations' && escalations.get(id);
    if (schedule && part === 'timeline')
      return this.timeline(schedule, request);
    if (schedule && !part) return whole(this.scheduleJson(schedule, true));
    if (team && part === 'routing-rules') return this.routing(team);
    if (team && !part) return whole(this.teamJson(team, true));
    if (escalation && !part) return whole(this.escalationJson(escalation));
    return notFound();
  }

  private list(list: string, { query }: FakeRequest): FakeReply {
    const { schedules, teams } = this.state;
    const expand = query.get('expand') === 'rotation';
    if (list === 'teams') {
      return whole([...teams.values()].map(team => this.teamJson(team, false)));
    }
    return list === 'schedules'
      ? whole(
          [...schedules.values()].map(each => this.scheduleJson(each, expand)),
        )
      : notFound();
  }

  private user(id: string): FakeReply {
    const all = [...this.state.users.values()];
    const user = all.find(each => each.id === id || signIn(each) === id);
    return user ? whole(userJson(user)) : notFound();
  }

  private timeline(
    schedule: OperationsSchedule,
    { query }: FakeRequest,
  ): FakeReply {
    const timeline = timelineOf(schedule, query, this.now());
    if (!timeline) return error(422, 'Wrong timeline');
    const { id, name, enabled } = schedule;
    return whole({
      _parent: { id, name, enabled },
      startDate: iso(timeline.from),
      endDate: iso(timeline.to),
      finalTimeline: {
        rotations: timeline.rotations.map((rotation, index) => ({
          id: rotation.id,
          name: rotation.name,
          order: index + 1,
          ...(rotation.deleted && { deleted: true }),
          periods: rotation.periods.map(period => this.periodJson(period)),
        })),
      },
    });
  }

  private periodJson({ start, end, users, type, team, past }: TimelinePeriod) {
    const flat = users.flatMap(id => this.recipientJson({ type: 'user', id }));
    const times = { startDate: iso(start), endDate: iso(end) };
    if (past)
      return { ...times, type: 'historical', flattenedRecipients: flat };
    const own = team ? this.recipientJson({ type: 'team', id: team }) : flat[0];
    return {
      ...times,
      type: type ?? 'base',
      recipient: own ?? { type: 'none' },
      ...(type === 'forwarding' && { fromUser: flat[0] }),
    };
  }

  private recipientJson({ type, id = '' }: OperationsTarget) {
    const user = this.state.users.get(id);
    const name = user
      ? signIn(user)
      : (type === 'team' ? this.state.teams : this.state.schedules).get(id)
          ?.name;
    return { type, ...(id && { id }), ...(name && { name }) };
  }

  private scheduleJson(schedule: OperationsSchedule, expand: boolean) {
    const { id, name, timeZone, enabled, team, rotations } = schedule;
    return {
      id,
      name,
      timezone: timeZone,
      enabled,
      ...(team && {
        ownerTeam: { id: team, name: this.state.teams.get(team)?.name },
      }),
      rotations: expand
        ? rotations.map((rotation, index) => ({
            id: `${id}-${index}`,
            name: rotation.name,
            participants: rotation.participants.map(({ type, id: of }) => {
              const user = this.state.users.get(of ?? '');
              return { type, id: of, ...(user && { username: signIn(user) }) };
            }),
          }))
        : [],
    };
  }

  private teamJson({ id, name, members }: OperationsTeam, expand: boolean) {
    return {
      id,
      name,
      ...(expand && {
        members: members.flatMap(({ user: of, role }) => {
          const user = this.state.users.get(of);
          return user
            ? [{ user: { id: of, username: signIn(user) }, role }]
            : [];
        }),
      }),
    };
  }

  private routing({ routing }: OperationsTeam): FakeReply {
    return whole(
      routing.map(({ isDefault, notify }, order) => ({
        id: `${order}`,
        name: isDefault ? 'Default' : `Rule ${order}`,
        isDefault,
        order,
        criteria: { type: 'match-all' },
        notify: this.recipientJson(notify),
      })),
    );
  }

  private escalationJson({ id, name, team, rules }: OperationsEscalation) {
    return {
      id,
      name,
      ownerTeam: { id: team, name: this.state.teams.get(team)?.name },
      rules: rules.map(({ recipient, minutes, notifyType }) => ({
        condition: 'if-not-acked',
        notifyType: notifyType ?? 'default',
        delay: { timeAmount: minutes, timeUnit: 'minutes' },
        recipient: this.recipientJson(recipient),
      })),
    };
  }
}
