import {
  OncallWindow,
  RotationRef,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  concernsOneRotation,
  ProviderError,
  ProviderLookup,
  ProviderPerson,
  RotationGroup,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { ScheduleAnswer, TimelineAnswer } from './answers';
import { Memory } from './Memory';
import { Member, Names, OperationsClient, Team } from './OperationsClient';
import {
  escalationPlan,
  notifyPlan,
  Plan,
  routingOf,
  schedulePlan,
  targetsOf,
  withOthers,
} from './plan';
import { teamsOf } from './timeline';
import { Draft, teamsNeeded, toReading } from './toReading';

/** What a group needs beside its rotations. */
export interface ReadContext {
  readonly client: OperationsClient;
  readonly plans: Memory;
  readonly schedules: ProviderLookup<ScheduleAnswer>;
  /** Absent: not told. */
  readonly members: ProviderLookup<readonly Member[]> | undefined;
  readonly notFound: (noun: string, id: string) => ProviderError;
  readonly window: OncallWindow;
  readonly signal: AbortSignal;
}

const withPeople = (
  reading: RotationReading,
  { people, warning }: Names,
): RotationReading => {
  const whole = (person: ProviderPerson): ProviderPerson => {
    const found = people.get(person.id);
    return found
      ? { ...person, ...found, ...(person.left && { left: true }) }
      : person;
  };
  return {
    ...reading,
    warnings: [...reading.warnings, ...(warning ? [warning] : [])],
    shifts: reading.shifts.map(shift => ({
      ...shift,
      person: shift.person && whole(shift.person),
    })),
    ...(reading.roster && {
      roster: reading.roster.map(entry => ({
        ...entry,
        people: entry.people.map(whole),
      })),
    }),
  };
};

const idsIn = ({ shifts, roster = [] }: RotationReading): string[] => [
  ...shifts.flatMap(({ person }) => person?.id ?? []),
  ...roster.flatMap(entry => entry.people.map(({ id }) => id)),
];

/** A schedule that stays out of reach leaves its level unknown; with another failure the last answer is better. */
function orNothing(error: unknown): undefined {
  const stays =
    concernsOneRotation(error) &&
    (error.failure === 'not-found' || error.failure === 'forbidden');
  if (!stays) throw error;
  return undefined;
}

/** Reads a few rotations: first whom they page, then who that is, and at last the names of all together. */
export class ReadGroup implements RotationGroup<Draft> {
  private readonly asked = new Map<string, Promise<unknown>>();

  constructor(private readonly context: ReadContext) {}

  readonly read = async (ref: RotationRef): Promise<Draft> => {
    const { notFound } = this.context;
    try {
      const found = await this.planOf(ref);
      const timelines = new Map<string, TimelineAnswer>();
      for (const id of targetsOf(found.plan, 'schedule')) {
        const asked = this.timeline(id);
        const timeline = await (ref.kind === 'schedule'
          ? asked
          : asked.catch(orNothing));
        if (timeline) timelines.set(id, timeline);
      }
      return { ref, ...found, timelines };
    } catch (error) {
      const gone = concernsOneRotation(error) && error.failure === 'not-found';
      throw gone ? notFound(ref.kind, ref.id) : error;
    }
  };

  readonly finish = async (
    drafts: readonly Draft[],
  ): Promise<RotationReading[]> => {
    const { client, window, signal } = this.context;
    const schedules = await this.context.schedules.known(
      drafts.flatMap(({ plan }) => targetsOf(plan, 'schedule')),
      signal,
    );
    const members = await this.context.members?.known(
      drafts.flatMap(draft => [
        ...teamsNeeded(draft, schedules),
        ...[...draft.timelines.values()].flatMap(teamsOf),
      ]),
      signal,
    );
    const readings = drafts.map(draft =>
      toReading(draft, { window, schedules, members: members ?? new Map() }),
    );
    const ids = [...new Set(readings.flatMap(idsIn))];
    const names = await client.people(ids, signal);
    return readings.map(reading => withPeople(reading, names));
  };

  private async planOf({
    kind,
    id,
  }: RotationRef): Promise<Pick<Draft, 'plan' | 'title' | 'team'>> {
    if (kind === 'schedule') return { plan: schedulePlan(id) };
    if (kind === 'escalation') return this.escalation(id);
    const team = await this.team(id);
    const { notify, others } = routingOf(await this.routing(team.id));
    const plan =
      notify?.type === 'escalation' && notify.id
        ? await this.escalationOf(team, notify.id)
        : notifyPlan(notify);
    const name = team.name ?? id;
    return { plan: withOthers(plan, others), title: name, team: name };
  }

  private async escalation(
    id: string,
  ): Promise<{ plan: Plan; title?: string; team?: string }> {
    const { client, plans, signal } = this.context;
    const answer = await plans.get(`escalation ${id}`, () =>
      client.escalation(id, signal),
    );
    return {
      plan: escalationPlan(answer),
      title: answer.name ?? undefined,
      team: answer.ownerTeam?.name ?? undefined,
    };
  }

  private async escalationOf(team: Team, id: string): Promise<Plan> {
    const { escalationsOfTeams } = this.context.client;
    const key = escalationsOfTeams ? `${team.id}:${id}` : id;
    return (await this.escalation(key)).plan;
  }

  private async team(name: string): Promise<Team> {
    const { client, plans, notFound, signal } = this.context;
    const find = (teams: readonly Team[]) =>
      teams.find(team => team.id === name) ??
      teams.find(team => team.name === name);
    const list = () => client.teams(signal);
    const teams = await this.once('teams', () => plans.get('teams', list));
    const known = find(teams);
    if (known) return known;
    // The team may be newer than what is remembered.
    const found = find(await this.once('teams again', list));
    if (!found) throw notFound('team', name);
    return found;
  }

  private routing(team: string) {
    const { client, plans, signal } = this.context;
    return plans.get(`routing ${team}`, () => client.routing(team, signal));
  }

  private timeline(id: string): Promise<TimelineAnswer> {
    const { client, window, signal } = this.context;
    return this.once(`timeline ${id}`, () =>
      client.timeline(id, window, signal),
    );
  }

  /** Rotations of one group share a question. */
  private once<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const answer = (this.asked.get(key) as Promise<T> | undefined) ?? ask();
    this.asked.set(key, answer);
    return answer;
  }
}
