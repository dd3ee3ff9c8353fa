import {
  OncallWindow,
  ShiftSource,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ProviderPerson } from '@plimsoll/backstage-plugin-reliability-node';
import {
  PeriodAnswer,
  periodSchema,
  RecipientAnswer,
  TimelineAnswer,
} from './answers';
import { toPerson } from './people';

/** A period of a timeline. Milliseconds since the epoch. */
export interface Turn {
  readonly start: number;
  readonly end: number;
  /** Empty: nobody fills it. */
  readonly people: readonly ProviderPerson[];
  readonly source: ShiftSource;
}

/** The turns of each part of a schedule, and how many periods could not be understood. */
export interface Turns {
  readonly parts: readonly (readonly Turn[])[];
  readonly unreadable: number;
}

/** People of teams, by id; those that are not told are missing. */
export type TeamPeople = ReadonlyMap<string, readonly ProviderPerson[]>;

const SOURCES: Readonly<Record<string, ShiftSource>> = {
  override: 'override',
  forwarding: 'forwarded',
};

const mainOf = ({ recipient, responder }: PeriodAnswer) =>
  recipient ?? responder;

const flatOf = (period: PeriodAnswer) =>
  period.flattenedRecipients ?? period.flattenedResponders;

const isNobody = ({ type }: RecipientAnswer) =>
  type === 'none' || type === 'noone';

const isUser = ({ type }: RecipientAnswer) => !type || type === 'user';

/** All of them, or undefined when one cannot be told. */
function allOf(
  found: readonly (ProviderPerson | undefined)[],
): ProviderPerson[] | undefined {
  const known = found.flatMap(person => person ?? []);
  return known.length === found.length ? known : undefined;
}

/**
 * Who fills a period. A team or an escalation in it was resolved to people by the provider; where it was not, a
 * team is by us.
 *
 * @returns undefined when it is not told, which is no empty slot
 */
function peopleOf(
  period: PeriodAnswer,
  teams: TeamPeople,
): readonly ProviderPerson[] | undefined {
  const main = mainOf(period);
  const flat = flatOf(period)?.filter(each => !isNobody(each));
  if (main && isNobody(main)) return [];
  if (main && isUser(main)) return allOf([toPerson(main)]);
  if (flat?.length) {
    return flat.every(isUser) ? allOf(flat.map(toPerson)) : undefined;
  }
  if (main) return main.type === 'team' ? teams.get(main.id ?? '') : undefined;
  return flat ? [] : undefined;
}

function toTurn(item: unknown, teams: TeamPeople): Turn | undefined {
  const { data: period } = periodSchema.safeParse(item);
  if (!period) return undefined;
  const [start, end] = [period.startDate, period.endDate].map(Date.parse);
  const people = peopleOf(period, teams);
  if (Number.isNaN(start) || Number.isNaN(end) || !people) return undefined;
  return {
    start,
    end,
    people,
    source: SOURCES[period.type ?? ''] ?? 'rotation',
  };
}

const partsOf = ({ finalTimeline }: TimelineAnswer) =>
  // A part that was deleted stays in the answer, with turns that nobody takes any more.
  (finalTimeline.rotations ?? []).filter(({ deleted }) => !deleted);

/** The turns of a schedule. */
export function toTurns(timeline: TimelineAnswer, teams: TeamPeople): Turns {
  let unreadable = 0;
  const parts = partsOf(timeline).map(({ periods }) =>
    (periods ?? []).flatMap(item => {
      const turn = toTurn(item, teams);
      if (!turn) unreadable += 1;
      return turn ?? [];
    }),
  );
  return { parts, unreadable };
}

/** Ids of teams that take turns and that the provider did not resolve to people. */
export function teamsOf(timeline: TimelineAnswer): string[] {
  const periods = partsOf(timeline).flatMap(part => part.periods ?? []);
  return periods.flatMap(item => {
    const { data } = periodSchema.safeParse(item);
    const main = data && mainOf(data);
    const open = main?.type === 'team' && !flatOf(data!)?.length;
    return open && main.id ? main.id : [];
  });
}

const keyOf = ({ people }: Turn) =>
  people
    .map(({ id }) => id)
    .sort()
    .join(' ');

/**
 * The same times, each with whoever comes next or came before: an escalation may page them. Whoever takes all
 * turns is also the next.
 */
export function neighbours(
  { parts, unreadable }: Turns,
  which: 'next' | 'previous',
  window: OncallWindow,
): Turns {
  let unknown = 0;
  const moved = parts.map(part => {
    const turns = part
      .filter(({ people, start, end }) => people.length > 0 && end > start)
      .sort((a, b) => a.start - b.start);
    const single = new Set(turns.map(keyOf)).size === 1;
    return turns.flatMap((turn, index) => {
      const others =
        which === 'next'
          ? turns.slice(index + 1)
          : turns.slice(0, index).reverse();
      const other = others.find(each => keyOf(each) !== keyOf(turn));
      const people = single ? turn.people : other?.people;
      if (people) return { ...turn, people };
      if (turn.start < window.to && turn.end > window.from) unknown += 1;
      return [];
    });
  });
  return { parts: moved, unreadable: unreadable + unknown };
}
