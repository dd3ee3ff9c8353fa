import { IncidentPage } from '@plimsoll/backstage-plugin-reliability-common';
import { timeOf } from '@plimsoll/backstage-plugin-reliability-node';
import { UserAnswer } from '../answers';
import { EscalationAnswer } from './answers';
import { personOf } from './people';

interface Event {
  readonly name: string;
  readonly at: number;
  readonly users: readonly UserAnswer[];
}

const eventsOf = ({ events }: EscalationAnswer): Event[] =>
  (events ?? [])
    .flatMap(each => {
      const at = timeOf(each?.occurred_at);
      if (!each?.event || at === undefined) return [];
      const users = (each.users ?? []).flatMap(user => user ?? []);
      return [{ name: each.event, at, users }];
    })
    .sort((a, b) => a.at - b.at);

const isBy = ({ users }: Event, id: string | undefined) =>
  users.length === 0 || users.some(user => personOf(user)?.id === id);

function pagesOfOne(escalation: EscalationAnswer): IncidentPage[] {
  const events = eventsOf(escalation);
  const answers = events.filter(({ name }) => name === 'acked');
  const autoResolved =
    answers.length === 0 &&
    ['resolved', 'cancelled'].includes(escalation.status ?? '');
  return events
    .filter(({ name }) => name === 'notified_users')
    .flatMap(({ at, users }) =>
      users.map(user => {
        const person = personOf(user) ?? null;
        const answer = answers.find(
          event => event.at >= at && isBy(event, person?.id),
        );
        return { at, person, acknowledgedAt: answer?.at ?? null, autoResolved };
      }),
    );
}

/** Whom escalations called, and who answered. */
export const pagesOf = (
  escalations: readonly EscalationAnswer[],
): IncidentPage[] =>
  escalations.flatMap(pagesOfOne).sort((a, b) => a.at - b.at);

/** When somebody first answered an escalation; milliseconds since the epoch. */
export const firstAnswer = (
  escalations: readonly EscalationAnswer[],
): number | undefined =>
  escalations
    .flatMap(eventsOf)
    .filter(({ name }) => name === 'acked')
    .map(({ at }) => at)
    .sort((a, b) => a - b)[0];

/** Key of the first alert that led to an incident. */
export const alertKeyOf = (
  escalations: readonly EscalationAnswer[],
): string | undefined =>
  [...escalations]
    .sort((a, b) => (timeOf(a.created_at) ?? 0) - (timeOf(b.created_at) ?? 0))
    .flatMap(({ related_alerts: alerts }) =>
      (alerts ?? []).flatMap(alert => alert?.deduplication_key ?? []),
    )[0];
