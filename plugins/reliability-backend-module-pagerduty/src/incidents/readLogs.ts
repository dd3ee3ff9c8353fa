import { timeOf } from '@plimsoll/backstage-plugin-reliability-node';
import { IncidentAnswer, LogEntry } from './answers';
import { IncidentClient, Span } from './IncidentClient';

const MINUTE_MS = 60_000;
/** So few are cheaper one by one. */
const FEW = 4;
/** What took more than twice as long as this share of the incidents is asked for alone. */
const COMMON = 0.9;

/** Log entries of a span of time, by incident. */
export interface SharedLog extends Span {
  /** Whether it goes on until now, so that it has all of what is still open. */
  readonly isNow: boolean;
  readonly of: ReadonlyMap<string, readonly LogEntry[]>;
}

export const incidentIdOf = ({ incident }: LogEntry): string | undefined => {
  const id = (incident as { id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' ? id : undefined;
};

/** @param span - with `isNow` of the log */
export function sharedLog(
  span: Omit<SharedLog, 'of'>,
  entries: readonly LogEntry[],
): SharedLog {
  const of = new Map<string, LogEntry[]>();
  for (const entry of entries) {
    const id = incidentIdOf(entry);
    if (!id) continue;
    const list = of.get(id);
    if (list) list.push(entry);
    else of.set(id, [entry]);
  }
  return { ...span, of };
}

/** From when to when something happened to an incident; what is open goes on. */
function lifeOf(incident: IncidentAnswer): Span {
  const from = timeOf(incident.created_at) ?? -Infinity;
  if (incident.status !== 'resolved') return { from, to: Infinity };
  const ends = [
    incident.resolved_at,
    incident.last_status_change_at,
    incident.updated_at,
  ].map(text => timeOf(text) ?? -Infinity);
  const to = Math.max(...ends);
  return { from, to: to === -Infinity ? Infinity : to };
}

const covers = (shared: Span, life: Span) =>
  shared.from <= life.from && life.to < shared.to;

/** The span in which most of some incidents began and ended; undefined: many of them are open. */
function commonSpan(incidents: readonly IncidentAnswer[]): Span | undefined {
  const lives = incidents.map(lifeOf);
  const ends = lives.map(({ to }) => to).sort((a, b) => a - b);
  const from = Math.min(...lives.map(life => life.from));
  const most = ends[Math.floor((ends.length - 1) * COMMON)] - from;
  if (!Number.isFinite(most)) return undefined;
  const to = Math.max(...ends.filter(end => end - from <= 2 * most));
  return { from, to: to + MINUTE_MS };
}

/**
 * The whole log of each of some incidents: from the log of the account where that holds them, with one question
 * each for the others.
 *
 * @param known - a part of the account's log that is read already
 * @throws ProviderError
 */
export async function readLogs(
  client: IncidentClient,
  incidents: readonly IncidentAnswer[],
  signal: AbortSignal,
  known?: SharedLog,
): Promise<ReadonlyMap<string, readonly LogEntry[]>> {
  const logs = new Map<string, readonly LogEntry[]>();
  const take = (shared: SharedLog) => {
    for (const incident of incidents) {
      const { from, to } = lifeOf(incident);
      const life = { from, to: shared.isNow && to === Infinity ? from : to };
      if (covers(shared, life) && !logs.has(incident.id)) {
        logs.set(incident.id, shared.of.get(incident.id) ?? []);
      }
    }
  };
  if (known) take(known);
  const missing = () => incidents.filter(({ id }) => !logs.has(id));
  const span = missing().length > FEW && commonSpan(missing());
  if (span) {
    const mostPages = Math.ceil(missing().length / 2);
    const entries = await client.log(span, { whole: false, mostPages }, signal);
    if (entries) take(sharedLog({ ...span, isNow: false }, entries));
  }
  for (const { id } of missing()) logs.set(id, await client.logOf(id, signal));
  return logs;
}
