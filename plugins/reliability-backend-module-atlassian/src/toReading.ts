import {
  OncallShift,
  OncallWindow,
  RosterEntry,
  RotationRef,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  ProviderPerson,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { ScheduleAnswer, TimelineAnswer } from './answers';
import { Member } from './OperationsClient';
import { toPerson } from './people';
import { Plan, Target, targetsOf } from './plan';
import { neighbours, TeamPeople, toTurns, Turns } from './timeline';

type Shift = OncallShift<ProviderPerson>;

/** What was asked for one rotation. */
export interface Draft {
  readonly ref: RotationRef;
  readonly title?: string;
  readonly team?: string;
  readonly plan: Plan;
  /** By id of the schedule; one that is out of reach is missing. */
  readonly timelines: ReadonlyMap<string, TimelineAnswer>;
}

/** What is known beside it; what the key may not read is missing. */
export interface Known {
  readonly window: OncallWindow;
  readonly schedules: ReadonlyMap<string, ScheduleAnswer>;
  readonly members: ReadonlyMap<string, readonly Member[]>;
}

/** What one target adds to its level. */
interface Share {
  readonly shifts: readonly Shift[];
  /** Undefined: not told. */
  readonly people?: readonly ProviderPerson[];
  readonly unreadable: number;
  readonly warning?: string;
}

const people = (members: readonly Member[]) =>
  members.map(({ person }) => person);

const teamPeople = ({ members }: Known): TeamPeople =>
  new Map([...members].map(([id, each]) => [id, people(each)] as const));

/** The people who share a schedule by the plan; undefined: not told of all. */
function participantsOf(
  schedule: ScheduleAnswer | undefined,
  teams: TeamPeople,
): ProviderPerson[] | undefined {
  if (!schedule?.rotations) return undefined;
  const found: ProviderPerson[] = [];
  for (const rotation of schedule.rotations) {
    for (const each of rotation?.participants ?? []) {
      if (each?.type === 'none' || each?.type === 'noone') continue;
      const person = each?.type === 'user' ? toPerson(each) : undefined;
      const team = each?.type === 'team' ? teams.get(each.id ?? '') : undefined;
      if (!person && !team) return undefined;
      found.push(...(person ? [person] : team ?? []));
    }
  }
  return found;
}

const direct = (person: ProviderPerson, level: number | null): Shift => ({
  start: null,
  end: null,
  level,
  person,
  source: 'direct',
  shadow: false,
});

const shiftsOf = (
  { parts }: Turns,
  { from, to }: OncallWindow,
  level: number | null,
  schedule: string | undefined,
): Shift[] =>
  parts
    .flat()
    .filter(({ start, end }) => start < to && end > from)
    .flatMap(turn =>
      (turn.people.length > 0 ? turn.people : [null]).map(person => ({
        start: turn.start,
        end: turn.end,
        level,
        person,
        source: turn.source,
        shadow: false,
        ...(schedule && { schedule }),
      })),
    );

function scheduleShare(
  { id, mode, recipient }: Target,
  level: number | null,
  { timelines }: Draft,
  known: Known,
): Share {
  const facts = known.schedules.get(id);
  const timeline = timelines.get(id);
  const name = facts?.name ?? timeline?._parent?.name ?? recipient.name ?? id;
  const teams = teamPeople(known);
  const roster = participantsOf(facts, teams);
  if (facts?.enabled === false || timeline?._parent?.enabled === false) {
    const warning = `Schedule "${name}" is disabled: it pages nobody`;
    return { shifts: [], people: roster, unreadable: 0, warning };
  }
  const turns = timeline && toTurns(timeline, teams);
  const neighbour = mode === 'next' || mode === 'previous';
  if (!turns || (mode !== 'default' && !neighbour)) {
    const warning = `Whom level ${level} pages in schedule "${name}" is not known`;
    return { shifts: [], unreadable: 1, warning };
  }
  const { window } = known;
  const meant = neighbour ? neighbours(turns, mode, window) : turns;
  const schedule = level === null ? undefined : name;
  return {
    shifts: shiftsOf(meant, window, level, schedule),
    people: roster,
    unreadable: meant.unreadable,
  };
}

const ROLES: Readonly<Partial<Record<Target['mode'], string>>> = {
  admins: 'admin',
  users: 'user',
};

function teamShare(
  { id, mode, recipient }: Target,
  level: number | null,
  { members }: Known,
): Share {
  const name = recipient.name ?? id;
  const all = members.get(id);
  if (!all || mode === 'default' || mode === 'next' || mode === 'previous') {
    const warning = `Whom level ${level} pages in team "${name}" is not known`;
    return { shifts: [], unreadable: 1, warning };
  }
  const role = ROLES[mode];
  const paged = people(all.filter(each => !role || each.role === role));
  return {
    shifts: paged.map(person => direct(person, level)),
    people: paged,
    unreadable: 0,
    ...(mode === 'random' && {
      warning: `Level ${level} pages one person of team "${name}" at random`,
    }),
  };
}

function shareOf(
  target: Target,
  level: number | null,
  draft: Draft,
  known: Known,
): Share {
  if (target.type === 'schedule')
    return scheduleShare(target, level, draft, known);
  if (target.type === 'team') return teamShare(target, level, known);
  const person = toPerson(target.recipient);
  return person
    ? { shifts: [direct(person, level)], people: [person], unreadable: 0 }
    : { shifts: [], unreadable: 1 };
}

const once = (all: readonly ProviderPerson[]) => [
  ...new Map(all.map(person => [person.id, person])).values(),
];

function rosterOf(
  shares: readonly (readonly Share[])[],
  levelOf: (index: number) => number | null,
): RosterEntry<ProviderPerson>[] | undefined {
  if (shares.flat().some(share => !share.people)) return undefined;
  return shares.map((level, index) => ({
    level: levelOf(index),
    people: once(level.flatMap(share => share.people ?? [])),
  }));
}

/** The reading of a rotation; people are named by what the schedules themselves tell. */
export function toReading(draft: Draft, known: Known): RotationReading {
  const { ref, plan, title, team, timelines } = draft;
  const [first] = targetsOf(plan, 'schedule');
  const facts = known.schedules.get(first);
  const alone = ref.kind === 'schedule';
  const levelOf = (index: number) => (alone ? null : index + 1);
  const shares = plan.levels.map((targets, index) =>
    targets.map(target => shareOf(target, levelOf(index), draft, known)),
  );
  const all = shares.flat();
  const unreadable = all.reduce((sum, each) => sum + each.unreadable, 0);
  const roster = rosterOf(shares, levelOf);
  const told = plan.estimated ? 'estimated' : 'exact';
  const lost = unreadable + plan.unreadable;
  const owner = team ?? (alone ? facts?.ownerTeam?.name : undefined);
  const own = alone
    ? facts?.name ?? timelines.get(ref.id)?._parent?.name
    : title;
  return {
    kind: 'reading',
    ref,
    title: own ?? ref.id,
    ...(facts?.timezone && { timeZone: facts.timezone }),
    ...(owner && { team: owner }),
    window: known.window,
    shifts: all.flatMap(each => each.shifts),
    ...(roster && { roster }),
    gaps: lost > 0 ? 'unknown' : told,
    warnings: [
      ...(lost > 0
        ? [
            `${lost} rules or periods could not be understood; who is on call may not be complete`,
          ]
        : []),
      ...plan.warnings,
      ...new Set(all.flatMap(each => each.warning ?? [])),
    ],
  };
}

/** Teams whose members are needed to tell who is on call, or who shares a rotation. */
export function teamsNeeded(
  draft: Draft,
  schedules: ReadonlyMap<string, ScheduleAnswer>,
): string[] {
  const ofSchedules = targetsOf(draft.plan, 'schedule').flatMap(id =>
    (schedules.get(id)?.rotations ?? []).flatMap(rotation =>
      (rotation?.participants ?? []).flatMap(each =>
        each?.type === 'team' && each.id ? each.id : [],
      ),
    ),
  );
  return [...targetsOf(draft.plan, 'team'), ...ofSchedules];
}
