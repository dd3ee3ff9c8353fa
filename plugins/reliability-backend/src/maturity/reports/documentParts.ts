import {
  IncidentItem,
  ReportDocument,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Duration } from 'luxon';

export type ReportSection = ReportDocument['sections'][number];
type Table = NonNullable<ReportSection['table']>;

/** Rows of a table in a document; the lists of the portal have them all. */
export const MOST_ROWS = 50;

/** As many as a document shows. */
export const listed = <T>(items: readonly T[]): readonly T[] =>
  items.slice(0, MOST_ROWS);

/** A part of a document; without rows it has no table. */
export const section = (
  id: string,
  title: string,
  {
    lines = [],
    columns = [],
    rows = [],
    more = 0,
  }: {
    lines?: readonly string[];
    columns?: readonly string[];
    rows?: readonly (readonly Table['rows'][number][number][])[];
    more?: number;
  },
): ReportSection => ({
  id,
  title,
  lines: [...lines],
  table:
    rows.length === 0
      ? null
      : { columns: [...columns], rows: rows.map(row => [...row]), more },
});

/** Per mille as percent: `71.5 %`. */
export const percent = (perMille: number): string =>
  `${Math.round(perMille) / 10} %`;

/** `2026-10-31`. */
export const date = (iso: string): string => iso.slice(0, 10);

/** `2026-10-31 12:00`, in UTC. */
export const time = (iso: string): string =>
  new Date(iso).toISOString().slice(0, 16).replace('T', ' ');

/** `1 h 20 min`, from milliseconds. */
export function length(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) return `${days} d ${hours % 24} h`;
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}

/** A length of ISO 8601 in words: `8 hours` for `PT8H`. Whatever is none stays as it is. */
export function lengthInWords(value: unknown): string {
  const text = String(value);
  const duration = /^P[T\d]/.test(text) && Duration.fromISO(text);
  return duration && duration.isValid
    ? duration.reconfigure({ locale: 'en-US' }).toHuman()
    : text;
}

/** An incident by its name, with its page in the portal. */
export const incidentLink = ({
  id,
  reference,
  title,
}: Pick<IncidentItem, 'id' | 'reference' | 'title'>) => ({
  text: `${reference} ${title}`,
  href: `/reliability/incidents/${encodeURIComponent(id)}`,
});

/** A service by its title, with its reliability in the catalog. */
export function serviceLink({
  entityRef,
  title,
}: {
  entityRef: string;
  title: string;
}) {
  const [kind, rest] = entityRef.split(':');
  return {
    text: title,
    href: `/catalog/${rest.split('/')[0]}/${kind}/${
      rest.split('/')[1]
    }/reliability`,
  };
}

/** `10,000`. */
export const whole = (number: number): string => number.toLocaleString('en-US');

/** `1 service`, `10,000 services`. */
export const counted = (count: number, one: string): string =>
  `${whole(count)} ${one}${count === 1 ? '' : 's'}`;

/** A group or user by its name: `payments` for `group:default/payments`. */
export const nameOfRef = (ref: string | null): string | null =>
  ref && ref.replace(/^(?:group|user):(?:default\/)?/, '');

/** What was and what is; once where it stayed. */
export const fromTo = (from: string, to: string): string =>
  from === to ? to : `${from} → ${to}`;
