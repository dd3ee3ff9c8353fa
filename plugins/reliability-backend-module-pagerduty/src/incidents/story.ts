import {
  IncidentPage,
  IncidentPerson,
  IncidentUpdate,
  Responder,
} from '@plimsoll/backstage-plugin-reliability-common';
import { timeOf } from '@plimsoll/backstage-plugin-reliability-node';
import { LogEntry, PagerdutyReference } from './answers';

/** By push, text and call at once, somebody is called one time. */
const SAME_CALL_MS = 60_000;

/** What the log of an incident comes to. Milliseconds since the epoch. */
export interface Story {
  /** By a person; an integration that acknowledges has read nothing. */
  readonly acknowledgedAt?: number;
  readonly resolvedAt?: number;
  readonly reopenedAt: readonly number[];
  readonly pages: readonly IncidentPage[];
  readonly responders: readonly Responder[];
  readonly updates: readonly IncidentUpdate[];
}

/** Names, e-mail and time zone of people, by id. */
export interface People {
  person(reference: PagerdutyReference): IncidentPerson | undefined;
  timeZone(id: string): string | undefined;
}

interface Timed {
  readonly entry: LogEntry;
  readonly at: number;
}

const is =
  (...types: readonly string[]) =>
  ({ entry }: Timed) =>
    types.some(type => entry.type === `${type}_log_entry`);

const isHuman = ({ entry }: Timed) =>
  entry.agent?.type?.startsWith('user') ?? false;

function inOrder(entries: readonly LogEntry[]): Timed[] {
  return entries
    .flatMap(entry => {
      const at = timeOf(entry.created_at);
      return at === undefined ? [] : [{ entry, at }];
    })
    .sort((a, b) => a.at - b.at);
}

/** PagerDuty writes no entry for it: whatever happens to the status after it was resolved says so. */
function reopenings(entries: readonly Timed[]): number[] {
  const isResolve = is('resolve');
  const isAlive = is(
    'trigger',
    'acknowledge',
    'unacknowledge',
    'escalate',
    'reopen',
  );
  const found: number[] = [];
  let isOver = false;
  for (const each of entries) {
    if (isResolve(each)) isOver = true;
    else if (isOver && isAlive(each)) {
      isOver = false;
      found.push(each.at);
    }
  }
  return found;
}

/** E-mail wakes nobody up. */
const isCall = ({ entry: { channel } }: Timed) =>
  !/email/i.test(channel?.notification?.type ?? channel?.type ?? '');

function pagesOf(
  entries: readonly Timed[],
  people: People,
  wentAway: boolean,
): IncidentPage[] {
  const answers = entries.filter(is('acknowledge')).filter(isHuman);
  const last = new Map<string, number>();
  return entries
    .filter(is('notify'))
    .filter(isCall)
    .flatMap(({ entry, at }) => {
      const id = entry.user?.id ?? '';
      const before = last.get(id);
      if (before !== undefined && at - before < SAME_CALL_MS) return [];
      last.set(id, at);
      const answer = answers.find(
        each => each.at >= at && each.entry.agent?.id === id,
      );
      const timeZone = people.timeZone(id);
      return [
        {
          at,
          person: people.person(entry.user) ?? null,
          ...(timeZone && { timeZone }),
          acknowledgedAt: answer?.at ?? null,
          autoResolved: wentAway,
        },
      ];
    });
}

function respondersOf(entries: readonly Timed[], people: People): Responder[] {
  const responders = new Map<string, Responder>();
  for (const { entry, at } of entries.filter(isHuman)) {
    const person = people.person(entry.agent);
    const acted = /^(acknowledge|resolve|annotate)_/.test(entry.type);
    if (!person || !acted || responders.has(person.id)) continue;
    responders.set(person.id, { person, engagedAt: at });
  }
  return [...responders.values()];
}

function updatesOf(
  entries: readonly Timed[],
  people: People,
): IncidentUpdate[] {
  return entries.filter(is('annotate')).flatMap(({ entry, at }) => {
    const text = entry.channel?.content ?? entry.channel?.summary;
    const by = people.person(entry.agent);
    return text ? [{ id: entry.id, at, text, ...(by && { by }) }] : [];
  });
}

/**
 * What the log of one incident comes to, in whatever order its entries are given: the first acknowledgement by a
 * person, the last time it was resolved, who was called (not by e-mail, and one time within 60 seconds) and
 * who answered, and what was noted.
 */
export function storyOf(log: readonly LogEntry[], people: People): Story {
  const entries = inOrder(log);
  const isResolve = is('resolve');
  const acknowledged = entries.filter(is('acknowledge')).find(isHuman);
  const resolves = entries.filter(isResolve);
  const resolved = resolves[resolves.length - 1];
  const wentAway =
    resolved !== undefined && !isHuman(resolved) && !acknowledged;
  return {
    acknowledgedAt: acknowledged?.at,
    resolvedAt: resolved?.at,
    reopenedAt: reopenings(entries),
    pages: pagesOf(entries, people, wentAway),
    responders: respondersOf(entries, people),
    updates: updatesOf(entries, people),
  };
}
