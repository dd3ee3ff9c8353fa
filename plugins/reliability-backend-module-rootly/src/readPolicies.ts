import {
  RotationFailure,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { inParts, ReadContext, readParts, toReading } from './reading';
import { Oncall, pagedBy, toOncall } from './toDomain';
import { Wish } from './wishes';

/** Policies in one question: an address stays below 2,500 characters. */
const PART = 50;

interface Entries {
  readonly oncalls: readonly Oncall[];
  /** Entries that nobody can tell the policy of. */
  readonly unreadable: number;
}

async function ask(
  { client, window, signal }: ReadContext,
  filter: Parameters<typeof client.oncalls>[0],
  ids: readonly string[],
): Promise<Entries> {
  const oncalls: Oncall[] = [];
  let unreadable = 0;
  for await (const page of client.oncalls(filter, ids, window, signal)) {
    for (const item of page) {
      const oncall = toOncall(item);
      if (oncall) oncalls.push(oncall);
      else unreadable += 1;
    }
  }
  return { oncalls, unreadable };
}

const SILENT =
  'only notifications without a sound are set up: nobody is woken by it';
const NO_POLICY = 'no escalation policy pages anybody for it';
const UNLISTED = 'it pages nobody, and the token may not list what there is';

function readingOf(
  { window }: ReadContext,
  { ref, title, team, policies }: Wish,
  { oncalls, unreadable }: Entries,
): RotationReading {
  const { shifts, onlyQuiet } = pagedBy(oncalls);
  const nobody = oncalls.length === 0;
  // Without the list nobody knows whether it is there at all.
  const doubtful = nobody && title === undefined;
  const [first] = oncalls;
  return toReading(ref, window, {
    title: title ?? (ref.kind === 'escalation' ? first?.policyName : undefined),
    team,
    shifts,
    gaps: doubtful ? 'unknown' : 'exact',
    warnings: [
      ...(onlyQuiet ? [SILENT] : []),
      ...(doubtful ? [UNLISTED] : []),
      ...(nobody && !doubtful && policies.length === 0 ? [NO_POLICY] : []),
    ],
    unreadable,
  });
}

/** Several rotations may show the same policy: it is asked for once in a part. */
async function readPart(
  context: ReadContext,
  wishes: readonly Wish[],
): Promise<RotationReading[]> {
  const ids = [...new Set(wishes.flatMap(({ policies }) => policies))];
  const { oncalls, unreadable } = await ask(
    context,
    'escalation_policy_ids',
    ids,
  );
  const byPolicy = new Map<string, Oncall[]>(ids.map(id => [id, []]));
  for (const oncall of oncalls) byPolicy.get(oncall.policy)?.push(oncall);
  return wishes.map(wish =>
    readingOf(context, wish, {
      oncalls: wish.policies.flatMap(id => byPolicy.get(id) ?? []),
      unreadable,
    }),
  );
}

/** Reads what escalation policies say, many with one question. */
export async function* readPolicies(
  context: ReadContext,
  wishes: readonly Wish[],
): AsyncIterable<RotationReading | RotationFailure> {
  type Result = RotationReading | RotationFailure;
  const fail = (part: readonly Wish[], error: RotationFailure['error']) =>
    part.map<Result>(({ ref }) => ({ kind: 'failure', ref, error }));
  const known = wishes
    .filter(({ policies }) => policies.length > 0)
    .sort((a, b) => a.policies[0].localeCompare(b.policies[0]));
  yield* readParts<Wish, Result>(
    context,
    inParts(known, PART, ({ policies }) => policies.length),
    part => readPart(context, part),
    fail,
  );
  // Of an entry nobody can tell the service: each has a question of its own.
  yield* readParts<Wish, Result>(
    context,
    inParts(
      wishes.filter(({ policies }) => policies.length === 0),
      1,
    ),
    async ([wish]) => {
      const filter = wish.ref.kind === 'team' ? 'group_ids' : 'service_ids';
      return [readingOf(context, wish, await ask(context, filter, [wish.id]))];
    },
    fail,
  );
}
