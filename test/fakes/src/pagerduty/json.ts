import {
  PagerdutyOncall,
  PagerdutyPolicy,
  PagerdutySchedule,
  PagerdutyService,
  PagerdutyUser,
} from './state';

export const SITE = 'https://fake.pagerduty.example';

interface Span {
  readonly from: number;
  readonly to: number;
}

export const iso = (ms: number | null) =>
  ms === null ? null : new Date(ms).toISOString().replace('.000Z', 'Z');

export const reference = (
  type: string,
  path: string,
  { id, name }: { readonly id: string; readonly name: string },
) => ({
  id,
  type: `${type}_reference`,
  summary: name,
  self: null,
  html_url: `${SITE}/${path}/${id}`,
});

export const userReference = (user: PagerdutyUser) =>
  reference('user', 'users', user);

const scheduleReference = (schedule: PagerdutySchedule) =>
  reference(
    schedule.kind === 'layers' ? 'schedule' : 'schedule_v3',
    'schedules',
    schedule,
  );

const overlaps =
  ({ from, to }: Span) =>
  (entry: { readonly start: number; readonly end: number }) =>
    entry.start < to && entry.end > from;

export const userJson = (user: PagerdutyUser) => ({
  ...userReference(user),
  type: 'user',
  name: user.name,
  email: user.email ?? null,
  time_zone: user.timeZone ?? 'Etc/UTC',
  ...(user.left && { deleted_at: '2026-05-29T16:00:00Z' }),
});

export const serviceJson = (
  service: PagerdutyService,
  policies: ReadonlyMap<string, PagerdutyPolicy>,
) => {
  const policy = policies.get(service.policy);
  return {
    ...reference('service', 'service-directory', service),
    type: 'service',
    name: service.name,
    escalation_policy:
      policy && reference('escalation_policy', 'escalation_policies', policy),
    teams: [],
  };
};

export const policyJson = (
  policy: PagerdutyPolicy,
  {
    users,
    schedules,
  }: {
    readonly users: ReadonlyMap<string, PagerdutyUser>;
    readonly schedules: ReadonlyMap<string, PagerdutySchedule>;
  },
) => ({
  ...reference('escalation_policy', 'escalation_policies', policy),
  type: 'escalation_policy',
  name: policy.name,
  escalation_rules: policy.levels.map((level, index) => ({
    id: `${policy.id}R${index}`,
    escalation_delay_in_minutes: 30,
    targets: [
      ...(level.schedules ?? []).flatMap(id => {
        const schedule = schedules.get(id);
        return schedule ? [scheduleReference(schedule)] : [];
      }),
      ...(level.users ?? []).flatMap(id => {
        const user = users.get(id);
        return user ? [userReference(user)] : [];
      }),
    ],
  })),
  teams: policy.team
    ? [reference('team', 'teams', { id: `T${policy.id}`, name: policy.team })]
    : [],
});

/** @param span - absent: as in a list, without the final schedule */
export const layersScheduleJson = (
  schedule: PagerdutySchedule,
  users: ReadonlyMap<string, PagerdutyUser>,
  span?: Span,
) => {
  const member = (id: string) => {
    const user = users.get(id);
    return user && userReference(user);
  };
  return {
    ...scheduleReference(schedule),
    type: 'schedule',
    name: schedule.name,
    time_zone: schedule.timeZone,
    schedule_layers: [
      {
        id: `${schedule.id}L`,
        name: 'Layer 1',
        users: schedule.roster.map(id => ({ user: member(id) })),
      },
    ],
    ...(span && {
      final_schedule: {
        name: 'Final Schedule',
        rendered_schedule_entries: schedule
          .entries(span.from, span.to)
          .filter(overlaps(span))
          .flatMap(({ start, end, user }) =>
            user === undefined
              ? []
              : [{ start: iso(start), end: iso(end), user: member(user) }],
          ),
      },
    }),
  };
};

export const shiftsScheduleJson = (
  schedule: PagerdutySchedule,
  span: Span,
) => ({
  id: schedule.id,
  type: 'schedule_v3',
  name: schedule.name,
  time_zone: schedule.timeZone,
  html_url: `${SITE}/schedules/${schedule.id}`,
  rotations: [
    {
      id: `${schedule.id}R`,
      events: [
        {
          assignment_strategy: {
            members: schedule.roster.map(id => ({
              type: 'user_member',
              user_id: id,
            })),
          },
        },
      ],
    },
  ],
  final_schedule: {
    computed_shift_assignments: schedule
      .entries(span.from, span.to)
      .filter(overlaps(span))
      .map(({ start, end, user }) => ({
        start_time: iso(start),
        end_time: iso(end),
        member: user
          ? { type: 'user_member', user_id: user }
          : { type: 'empty_member' },
        source: { type: 'rotation', rotation_id: `${schedule.id}R` },
      })),
  },
});

/** @param whole - with name and e-mail of the user, not only the reference */
export const oncallJson = (
  { policy, level, user: id, schedule, start, end }: PagerdutyOncall,
  users: ReadonlyMap<string, PagerdutyUser>,
  whole: boolean,
) => {
  const user = users.get(id) ?? { id, name: id };
  return {
    escalation_policy: reference(
      'escalation_policy',
      'escalation_policies',
      policy,
    ),
    escalation_level: level,
    schedule: schedule ? scheduleReference(schedule) : null,
    user: whole ? userJson(user) : userReference(user),
    start: iso(start),
    end: iso(end),
  };
};
