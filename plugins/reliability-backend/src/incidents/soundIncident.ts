import {
  ReportedIncident,
  StampName,
  stampNames,
  withoutSecrets,
} from '@plimsoll/backstage-plugin-reliability-common';

/** What a provider said of an incident cannot be kept. */
export class UnsoundIncident extends Error {
  override readonly name = 'UnsoundIncident';
}

const LONGEST_ID = 300;
const LONGEST_LINE = 500;
const LONGEST_ADDRESS = 2000;
const LONGEST_TEXT = 20_000;
const LONGEST_UPDATE = 5000;

/** The last moment that both databases know as a time. */
const LAST_TIME = Date.UTC(9999, 0, 1);

const isTime = (value: unknown): value is number =>
  typeof value === 'number' &&
  Number.isFinite(value) &&
  value >= 0 &&
  value < LAST_TIME;

/** PostgreSQL keeps no text with a NUL in it. */
const line = (value: string, longest: number): string =>
  value.replaceAll('\0', '').slice(0, longest);

const optional = (
  value: string | null | undefined,
  longest: number,
): string | undefined =>
  typeof value === 'string' && value !== '' ? line(value, longest) : undefined;

/** Without NUL wherever a text stands. */
function cleaned<T>(value: T): T {
  const text = JSON.stringify(value);
  return text.includes('\\u0000')
    ? (JSON.parse(text, (_, member) =>
        typeof member === 'string' ? member.replaceAll('\0', '') : member,
      ) as T)
    : value;
}

/** The last of those of one key, and not more than can be shown. */
function unique<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  most: number,
): T[] {
  return [...new Map(items.map(item => [keyOf(item), item])).values()].slice(
    0,
    most,
  );
}

function soundStamps(
  stamps: ReportedIncident['stamps'],
): ReportedIncident['stamps'] {
  const sound: Partial<
    Record<StampName, { at: number; from: 'provider' | 'derived' }>
  > = {};
  for (const name of stampNames) {
    const stamp = stamps[name];
    if (stamp && isTime(stamp.at)) sound[name] = stamp;
  }
  return sound;
}

/** Addresses of incidents hold their titles at some providers. */
const unlinked = ({ url: _, ...kept }: ReportedIncident): ReportedIncident =>
  kept;

/**
 * What is kept of what a provider said: texts of bounded length, times that are some, nothing twice; of a private
 * incident nothing but its times, severity and services.
 *
 * @throws UnsoundIncident when it has no id, or nobody can say when it last changed
 */
export function soundIncident(given: ReportedIncident): ReportedIncident {
  const reported = cleaned(given);
  const { externalId, updatedAt } = reported;
  if (externalId.trim() === '' || externalId.length > LONGEST_ID) {
    throw new UnsoundIncident('an incident has no id of a sensible length');
  }
  if (!isTime(updatedAt)) {
    throw new UnsoundIncident(`${externalId} does not say when it changed`);
  }
  const sound: ReportedIncident = {
    ...reported,
    title: line(reported.title.trim(), LONGEST_LINE) || 'Without a title',
    summary: optional(reported.summary, LONGEST_TEXT),
    reference: optional(reported.reference, LONGEST_LINE),
    url: optional(reported.url, LONGEST_ADDRESS),
    severity: optional(reported.severity, LONGEST_LINE) ?? null,
    cause: optional(reported.cause, LONGEST_TEXT),
    dedupeKey: optional(reported.dedupeKey, LONGEST_LINE),
    stamps: soundStamps(reported.stamps),
    reopenedAt: reported.reopenedAt.filter(isTime).slice(-100),
    subjects: unique(
      reported.subjects.filter(({ kind, id }) => kind !== '' && id !== ''),
      ({ kind, id }) => JSON.stringify([kind, id]),
      200,
    ).map(subject => ({
      ...subject,
      kind: line(subject.kind, 100),
      id: line(subject.id, LONGEST_ID),
    })),
    entityRefs: unique(
      reported.entityRefs.map(ref => ref.toLocaleLowerCase('en-US')),
      ref => ref,
      200,
    ),
    responders: reported.responders.slice(0, 200),
    pages: reported.pages.filter(({ at }) => isTime(at)).slice(0, 2000),
    updates: unique(
      reported.updates.filter(({ at }) => isTime(at)),
      ({ id }) => id,
      500,
    ).map(update => ({ ...update, text: line(update.text, LONGEST_UPDATE) })),
    postmortems: reported.postmortems.slice(0, 20),
    followUps: unique(reported.followUps, ({ externalId: id }) => id, 200),
  };
  return sound.isPrivate ? unlinked(withoutSecrets(sound)) : sound;
}
