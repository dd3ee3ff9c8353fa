import {
  RootlyNamed,
  RootlyOncall,
  RootlyPolicy,
  RootlySchedule,
  RootlyShift,
  RootlyUser,
} from './state';

/** Times are told in the zone of the organisation. */
const iso = (ms: number | null) =>
  ms === null
    ? null
    : new Date(ms - 7 * 3600_000).toISOString().replace('Z', '-07:00');

const resource = (type: string, id: string, attributes: object) => ({
  id,
  type,
  attributes,
});

const userLink = (id: string | undefined) => ({
  relationships: { user: { data: id ? { id, type: 'users' } : null } },
});

export const userJson = ({ id, name, email }: RootlyUser) =>
  resource('users', id, { full_name: name, email: email ?? null });

export const scheduleJson = ({ id, name, owners }: RootlySchedule) =>
  resource('schedules', id, {
    name,
    description: '',
    all_time_coverage: false,
    owner_group_ids: owners,
  });

export const policyJson = (policy: RootlyPolicy) =>
  resource('escalation_policies', policy.id, {
    name: policy.name,
    repeat_count: 1,
    service_ids: policy.services,
    group_ids: policy.teams,
  });

export const serviceJson = ({ id, name, slug, policy }: RootlyNamed) =>
  resource('services', id, {
    name,
    slug,
    escalation_policy_id: policy ?? null,
  });

export const teamJson = ({ id, name, slug }: RootlyNamed) =>
  resource('groups', id, { name, slug });

export const oncallJson = ({
  policy,
  level,
  type,
  user,
  schedule,
  start,
  end,
}: RootlyOncall) => ({
  ...resource(
    'on_call_resources',
    [policy.id, level, type, schedule?.id, user, start].join('/'),
    {
      escalation_policy_id: policy.id,
      escalation_policy_name: policy.name,
      escalation_level: level,
      schedule_id: schedule?.id ?? null,
      schedule_name: schedule?.name ?? null,
      user_id: Number(user),
      starts_at: iso(start),
      ends_at: iso(end),
      notification_type: type,
    },
  ),
  ...userLink(user),
});

export const shiftJson = (
  { id }: RootlySchedule,
  { start, end, user, override, shadow }: RootlyShift,
) => ({
  ...resource('shifts', [id, user, start].join('/'), {
    schedule_id: id,
    rotation_id: `${id}/rotation`,
    starts_at: iso(start),
    ends_at: iso(end),
    is_override: override ?? false,
    is_shadow: shadow ?? false,
    user_id: user ? Number(user) : null,
  }),
  ...userLink(user),
});
