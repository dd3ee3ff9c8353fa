import { RosterEntry } from '@plimsoll/backstage-plugin-reliability-common';
import {
  concernsOneRotation,
  ProviderPerson,
  RotationFailure,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { OncallEntry, PolicyAnswer } from './answers';
import { ScheduleFacts } from './Directory';
import { OncallBatch, readOncalls } from './oncalls';
import {
  failureOf,
  Findings,
  PolicyWish,
  ReadContext,
  toReading,
} from './reading';
import {
  rosterOf,
  schedulesOf,
  teamOf,
  titleOf,
  toShift,
  urlOf,
  usersOf,
} from './toDomain';

/** Titles, levels and rosters; what the token may not read is missing. */
interface Known {
  readonly policies: ReadonlyMap<string, PolicyAnswer>;
  readonly schedules: ReadonlyMap<string, ScheduleFacts>;
  readonly people: ReadonlyMap<string, ProviderPerson>;
}

type Entries = Extract<OncallBatch, { kind: 'entries' }>;

/** Rosters name people without their e-mail; users and shifts know it. */
const withEmails = (
  roster: readonly RosterEntry<ProviderPerson>[],
  people: ReadonlyMap<string, ProviderPerson>,
): RosterEntry<ProviderPerson>[] =>
  roster.map(entry => ({
    ...entry,
    people: entry.people.map(person => people.get(person.id) ?? person),
  }));

const membersOf = (schedules: ReadonlyMap<string, ScheduleFacts>) =>
  new Map(
    [...schedules].flatMap(([id, { members }]) =>
      members ? [[id, members] as const] : [],
    ),
  );

/** Policies without anybody on call: whether they exist, /oncalls does not say. */
async function missing(
  { client, signal }: ReadContext,
  { entries }: Entries,
): Promise<ReadonlyMap<string, unknown>> {
  const gone = new Map<string, unknown>();
  for (const [id, list] of entries) {
    if (list.length > 0) continue;
    try {
      await client.one('escalation_policies', id, signal);
    } catch (error) {
      if (!concernsOneRotation(error)) throw error;
      gone.set(id, error);
    }
  }
  return gone;
}

function findingsOf(
  { policies, schedules, people }: Known,
  id: string,
  entries: readonly OncallEntry[],
  unreadable: number,
): Findings {
  const policy = policies.get(id);
  const shifts = entries.flatMap(entry => toShift(entry, true) ?? []);
  const reference = policy ?? entries[0]?.escalation_policy;
  const [first] = policy ? schedulesOf(policy) : [];
  const roster = policy && rosterOf(policy, membersOf(schedules));
  return {
    title: titleOf(reference),
    url: urlOf(reference),
    team: teamOf(policy?.teams),
    timeZone: first ? schedules.get(first)?.timeZone : undefined,
    shifts,
    roster: roster && withEmails(roster, people),
    unreadable: unreadable + entries.length - shifts.length,
  };
}

/** Asks for all at once, so that a list is read once and not with each batch. */
async function knownOf(
  { directory, signal, allowance }: ReadContext,
  ids: readonly string[],
): Promise<Known> {
  const policies = await directory.findPolicies(ids, signal);
  const all = [...policies.values()];
  const schedules = await directory.findSchedules(
    all.flatMap(schedulesOf),
    signal,
    allowance,
  );
  const people = await directory.findPeople(all.flatMap(usersOf), signal);
  return { policies, schedules, people };
}

/** Reads what escalation policies say; several rotations may show the same one. */
export async function* readPolicies(
  context: ReadContext,
  wishes: readonly PolicyWish[],
): AsyncIterable<RotationReading | RotationFailure> {
  const { account, client, window, signal } = context;
  const byPolicy = new Map<string, PolicyWish[]>();
  for (const wish of wishes) {
    byPolicy.set(wish.policy, [...(byPolicy.get(wish.policy) ?? []), wish]);
  }
  const known = await knownOf(context, [...byPolicy.keys()]);
  for await (const batch of readOncalls(
    client,
    'escalation_policy_ids[]',
    [...byPolicy.keys()],
    window,
    signal,
  )) {
    if (batch.kind === 'failure') {
      for (const { ref } of byPolicy.get(batch.id) ?? []) {
        yield failureOf(account, ref, batch.error);
      }
      continue;
    }
    const gone = await missing(context, batch);
    for (const [id, entries] of batch.entries) {
      const findings = findingsOf(known, id, entries, batch.unreadable);
      for (const { ref, title, url, team } of byPolicy.get(id) ?? []) {
        yield gone.has(id)
          ? failureOf(account, ref, gone.get(id))
          : toReading(ref, window, {
              ...findings,
              title: title ?? findings.title,
              url: url ?? findings.url,
              team: team ?? findings.team,
            });
      }
    }
  }
}
