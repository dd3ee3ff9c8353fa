import { OperationsEscalation, OperationsSchedule } from '../opsgenie/state';
import { TimelinePeriod } from '../opsgenie/timeline';

export const iso = (ms: number) => new Date(ms).toISOString();

/** In this dialect nobody has a type of their own. */
const typeOf = (type: string) => (type === 'none' ? 'noone' : type);

export const periodJson = ({
  start,
  end,
  users,
  type,
  team,
  past,
}: TimelinePeriod) => {
  const flat = users.map(id => ({ id, type: 'user' }));
  const own = team ? { id: team, type: 'team' } : flat[0];
  return {
    startDate: iso(start),
    endDate: iso(end),
    type: past ? 'historical' : type ?? 'base',
    ...(!past && { responder: own ?? { type: 'noone' } }),
    flattenedResponders: flat,
  };
};

export const scheduleJson = (
  schedule: OperationsSchedule,
  expand: boolean,
) => ({
  id: schedule.id,
  name: schedule.name,
  timezone: schedule.timeZone,
  enabled: schedule.enabled,
  teamId: schedule.team,
  ...(expand && {
    rotations: schedule.rotations
      .filter(({ deleted }) => !deleted)
      .map(({ name, participants }, index) => ({
        id: `${schedule.id}-${index}`,
        name,
        participants: participants.map(({ type, id }) => ({
          type: typeOf(type),
          ...(id && { id }),
        })),
      })),
  }),
});

export const escalationJson = ({ id, name, rules }: OperationsEscalation) => ({
  id,
  name,
  enabled: true,
  rules: rules.map(({ recipient, minutes, notifyType }) => ({
    condition: 'if-not-acked',
    notifyType: notifyType ?? 'default',
    delay: minutes,
    recipient: { ...recipient, type: typeOf(recipient.type) },
  })),
});
