import {
  inBatches,
  IncidentBatch,
  ProviderError,
  timeOf,
} from '@plimsoll/backstage-plugin-reliability-node';
import { IncidentAnswer, incidentSchema, LogEntry } from './answers';
import { Place, placeCursor } from './cursor';
import { SharedLog, sharedLog } from './readLogs';
import { ReadContext, whole } from './reading';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Entries may appear a little late, and the clock of PagerDuty may differ. */
const OVERLAP_MS = 5 * MINUTE_MS;
const MOST_PAGES = 100;
const BATCH = 100;

/** The log from a time on, for at most a day, or for as long as a list answers. @throws ProviderError */
async function readLog(
  { client, account, signal }: ReadContext,
  from: number,
  now: number,
): Promise<SharedLog> {
  const span = { from, to: Math.min(now, from + DAY_MS) };
  for (;;) {
    const isNow = span.to === now;
    const entries = await client.log(
      span,
      { whole: true, mostPages: MOST_PAGES },
      signal,
    );
    if (entries) return sharedLog({ ...span, isNow }, entries);
    const half = (span.to - span.from) / 2;
    if (half < MINUTE_MS) {
      throw new ProviderError(
        'endless',
        `Account "${account}" does not come to an end with its log.`,
      );
    }
    span.to = span.from + Math.ceil(half);
  }
}

/** The incident as it stands in the entry that was read last; none, where entries have a reference only. */
const included = (entries: readonly LogEntry[]): IncidentAnswer | undefined =>
  incidentSchema.safeParse(entries[entries.length - 1]?.incident).data;

const isWanted = (
  { since, open }: ReadContext,
  { id, created_at: createdAt }: IncidentAnswer,
) => open.has(id) || (timeOf(createdAt) ?? since) >= since;

/** What is asked for one by one, and what the account does not have any more. @throws ProviderError */
async function askFor(
  { client, signal }: ReadContext,
  ids: readonly string[],
): Promise<{ answers: IncidentAnswer[]; gone: string[] }> {
  const answers: IncidentAnswer[] = [];
  const gone: string[] = [];
  for (const id of ids) {
    const answer = await client.one(id, signal);
    if (answer) answers.push(answer);
    else gone.push(id);
  }
  return { answers, gone };
}

/** Incidents in batches; only the last has the place up to which all is known. @throws ProviderError */
async function* batches(
  context: ReadContext,
  { answers, gone }: { answers: readonly IncidentAnswer[]; gone: string[] },
  { before, after }: { before: Place; after: Place },
  known?: SharedLog,
): AsyncGenerator<IncidentBatch> {
  const parts = inBatches(
    answers.filter(answer => isWanted(context, answer)),
    BATCH,
  );
  for (const [index, part] of (parts.length > 0 ? parts : [[]]).entries()) {
    const isLast = index >= parts.length - 1;
    yield {
      incidents: await whole(context, part, known),
      gone: isLast ? gone : [],
      cursor: placeCursor.write(isLast ? after : before),
    };
  }
}

/** Incidents of the log of a span. @throws ProviderError */
async function changedIn(context: ReadContext, log: SharedLog) {
  const here: IncidentAnswer[] = [];
  const elsewhere: string[] = [];
  for (const [id, entries] of log.of) {
    const answer = included(entries);
    if (answer) here.push(answer);
    else elsewhere.push(id);
  }
  const { answers, gone } = await askFor(context, elsewhere);
  return { answers: [...here, ...answers], gone };
}

/**
 * What is open now, as far as it is new or changed since a time, and what was open and is no more: some changes,
 * such as of a title, leave no entry in the log.
 *
 * @param seen - ids of those that were read just now
 */
async function openNow(
  context: ReadContext,
  from: number,
  seen: ReadonlySet<string>,
) {
  const listed = new Set<string>();
  const changed: IncidentAnswer[] = [];
  for await (const { incidents } of context.client.open(context.signal)) {
    for (const answer of incidents) {
      listed.add(answer.id);
      const isNews =
        !context.open.has(answer.id) ||
        (timeOf(answer.updated_at) ?? Infinity) >= from;
      if (isNews && !seen.has(answer.id)) changed.push(answer);
    }
  }
  const missing = [...context.open].filter(
    id => !listed.has(id) && !seen.has(id),
  );
  const { answers, gone } = await askFor(context, missing);
  return { answers: [...changed, ...answers], gone };
}

/**
 * Reads what changed: the log of the account with some overlap, in spans of at most a day, and then whatever is open.
 *
 * @throws ProviderError
 */
export async function* readFeed(
  context: ReadContext,
  place: Place,
): AsyncGenerator<IncidentBatch> {
  const now = context.runtime.now();
  // A clock that was set back must not leave a hole.
  const start = Math.min(place.feedFrom, now);
  const overlapping = start - OVERLAP_MS;
  const seen = new Set<string>();
  let before = place;
  let from = overlapping;
  let log: SharedLog;
  do {
    log = await readLog(context, from, now);
    const feedFrom = Math.max(start, log.to);
    const after: Place = { ...place, feedFrom };
    const changed = await changedIn(context, log);
    for (const id of log.of.keys()) seen.add(id);
    if (changed.answers.length + changed.gone.length > 0) {
      yield* batches(context, changed, { before, after }, log);
    }
    before = after;
    from = log.to;
  } while (!log.isNow);
  const rest = await openNow(context, overlapping, seen);
  yield* batches(context, rest, { before, after: before }, log);
}
