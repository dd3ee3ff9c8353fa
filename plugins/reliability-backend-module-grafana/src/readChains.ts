import {
  OncallShift,
  RotationRef,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  concernsOneRotation,
  ProviderError,
  ProviderPerson,
  RotationFailure,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { ScheduleAnswer, UserAnswer } from './answers';
import { Entries } from './ScheduleShifts';
import { failureOf, attempt, toReading } from './reading';
import { ReadContext, teamsOf } from './readSchedules';
import {
  ChainLevel,
  ChainPlan,
  planOf,
  toDirect,
  toPerson,
  toShift,
} from './toDomain';

/** Names of what the levels of chains page. */
interface Known {
  readonly schedules: ReadonlyMap<string, ScheduleAnswer>;
  readonly users: ReadonlyMap<string, UserAnswer>;
}

const schedulesOf = ({ levels }: ChainPlan) =>
  levels.flatMap(level => level.schedules);

/** A schedule that a chain names and that cannot be found says nothing about whether the chain can be. */
async function entriesOf(
  { account, shifts }: ReadContext,
  id: string,
): Promise<Entries> {
  try {
    return await shifts.of(id);
  } catch (error) {
    if (!concernsOneRotation(error) || error.failure !== 'not-found') {
      throw error;
    }
    throw new ProviderError(
      'bad-answer',
      `Account "${account}" has a chain with a schedule "${id}" that it does not know.`,
    );
  }
}

async function shiftsOf(
  context: ReadContext,
  known: Known,
  level: number,
  { schedules, people }: ChainLevel,
): Promise<{
  shifts: OncallShift<ProviderPerson>[];
  unreadable: number;
}> {
  const shifts = people.map(id =>
    toDirect(toPerson(id, known.users.get(id)), level),
  );
  let unreadable = 0;
  for (const id of schedules) {
    const found = await entriesOf(context, id);
    const schedule = known.schedules.get(id)?.name ?? undefined;
    unreadable += found.unreadable;
    shifts.push(
      ...found.entries.map(entry => toShift(entry, { level, schedule })),
    );
  }
  return { shifts, unreadable };
}

/** Plans of the chains that can be read, and why the others cannot. */
async function plansOf(
  { directory, signal }: ReadContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ChainPlan | ProviderError>> {
  const chains = await directory.chains.find(ids, signal);
  const gone = (id: string) => {
    const chain = chains.get(id);
    return chain instanceof ProviderError && chain.failure === 'not-found'
      ? chain
      : undefined;
  };
  const there = ids.filter(id => !gone(id));
  const steps = await directory.steps.find(there, signal);
  return new Map(
    ids.map(id => {
      const found = gone(id) ?? steps.get(id);
      return [
        id,
        found instanceof ProviderError ? found : planOf(found?.steps ?? []),
      ];
    }),
  );
}

/** Reads escalation chains: what their schedules and people come to, level by level. */
export async function* readChains(
  context: ReadContext,
  refs: readonly RotationRef[],
): AsyncIterable<RotationReading | RotationFailure> {
  const { account, directory, window, signal, urlOf } = context;
  const ids = refs.map(({ id }) => id);
  const plans = await plansOf(context, ids);
  const good = [...plans.values()].flatMap(plan =>
    plan instanceof ProviderError ? [] : [plan],
  );
  for (const plan of good) context.shifts.announce(schedulesOf(plan));
  const chains = await directory.chains.known(ids, signal);
  const teamOf = await teamsOf(context, chains.values());
  const known: Known = {
    schedules: await directory.schedules.known(
      good.flatMap(schedulesOf),
      signal,
    ),
    users: await directory.users.known(
      good.flatMap(({ levels }) => levels.flatMap(({ people }) => people)),
      signal,
    ),
  };
  for (const ref of refs) {
    const plan = plans.get(ref.id);
    if (plan instanceof ProviderError) {
      yield failureOf(account, ref, plan);
      continue;
    }
    if (!plan) continue;
    yield await attempt(account, ref, async () => {
      const shifts: OncallShift<ProviderPerson>[] = [];
      let unreadable = 0;
      for (const [index, level] of plan.levels.entries()) {
        const found = await shiftsOf(context, known, index + 1, level);
        shifts.push(...found.shifts);
        unreadable += found.unreadable;
      }
      const [first] = schedulesOf(plan);
      return toReading(ref, window, {
        title: chains.get(ref.id)?.name,
        url: urlOf(ref),
        timeZone: first ? known.schedules.get(first)?.time_zone : undefined,
        team: teamOf(chains.get(ref.id)?.team_id),
        shifts,
        gaps: plan.gaps,
        warnings: plan.warnings,
        unreadable,
      });
    });
  }
}
