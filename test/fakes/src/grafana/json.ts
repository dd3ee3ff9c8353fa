import {
  GrafanaChain,
  GrafanaSchedule,
  GrafanaShift,
  GrafanaUser,
} from './state';

const iso = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z');

export const userJson = ({ id, username, email }: GrafanaUser) => ({
  id,
  email: email ?? null,
  slack: [],
  username,
});

export const scheduleJson = (schedule: GrafanaSchedule) => ({
  id: schedule.id,
  team_id: schedule.team ?? null,
  name: schedule.name,
  type: 'web',
  time_zone: schedule.timeZone,
  on_call_now: [],
  slack: null,
});

export const chainJson = ({ id, name, team }: GrafanaChain) => ({
  id,
  name,
  team_id: team ?? null,
});

export const stepsJson = ({ id, steps }: GrafanaChain) =>
  steps.map((step, position) => ({
    id: `E${id}${position}`,
    escalation_chain_id: id,
    position,
    ...step,
  }));

export const shiftJson = (
  { start, end, user: id }: GrafanaShift,
  users: ReadonlyMap<string, GrafanaUser>,
) => {
  const user = users.get(id);
  return {
    user_pk: id,
    user_email: user?.email ?? '',
    user_username: user?.username ?? '',
    shift_start: iso(start),
    shift_end: iso(end),
  };
};
