import {
  IncidentStatus,
  ReportedIncident,
  StampName,
} from '@plimsoll/backstage-plugin-reliability-common';
import { DAY, HOUR, MINUTE, NOW } from './harness';

/** An incident as its provider told it, in plain words: what figures are recomputed from. */
export interface ToldIncident {
  readonly id: string;
  readonly status: IncidentStatus;
  readonly isTest: boolean;
  readonly level: number | null;
  readonly impact: boolean | null;
  /** Milliseconds since the epoch, on whole minutes. */
  readonly times: Readonly<Partial<Record<StampName, number>>>;
  readonly key?: string;
  /** Names of the services that it concerns. */
  readonly services: readonly string[];
  /** Milliseconds since the epoch; and whether somebody acknowledged it. */
  readonly page?: { readonly at: number; readonly acknowledged: boolean };
  readonly publishedAt?: number;
  readonly followUp?: { readonly dueAt: number; readonly doneAt?: number };
}

/** Numbers from 0 to 1, the same at every call. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const STATUSES: readonly IncidentStatus[] = [
  'open',
  'acknowledged',
  'mitigated',
  'declined',
  'merged',
  ...Array<IncidentStatus>(12).fill('resolved'),
  ...Array<IncidentStatus>(4).fill('closed'),
];

/** So many incidents of the year before now, in no order of time. */
export function toldHistory(
  count: number,
  services: readonly string[],
): ToldIncident[] {
  const random = seeded(count);
  const upTo = (most: number) => Math.floor(random() * most);
  const pick = <T>(values: readonly T[]) => values[upTo(values.length)];
  return Array.from({ length: count }, (_, n) => {
    const status = pick(STATUSES);
    const isOver = status === 'resolved' || status === 'closed';
    // What goes on began lately, or its impact would be most of the year.
    const days = isOver ? 360 : 3;
    const declared = NOW - DAY - upTo(days * 24 * 60) * MINUTE;
    const end = declared + (5 + upTo(300)) * MINUTE;
    const maybe = (name: StampName, at: number, chance: number) =>
      random() < chance ? { [name]: at } : {};
    return {
      id: `I${n}`,
      status,
      isTest: random() < 0.03,
      level: pick([1, 2, 3, 4, 5, null]),
      impact: pick([true, false, null]),
      times: {
        declared,
        ...maybe('impactStart', declared - upTo(30) * MINUTE, 0.6),
        ...maybe('detected', declared - upTo(30) * MINUTE, 0.7),
        ...maybe('acknowledged', declared + upTo(30) * MINUTE, 0.6),
        ...maybe('mitigated', end - upTo(20) * MINUTE, 0.4),
        ...(isOver && { resolved: end }),
      },
      ...(random() < 0.5 && { key: `key-${upTo(40)}` }),
      services: [...new Set([pick(services), pick(services)])].slice(
        upTo(4) ? 1 : 0,
      ),
      ...(random() < 0.6 && {
        page: {
          at: declared + upTo(60) * MINUTE,
          acknowledged: random() < 0.7,
        },
      }),
      ...(isOver &&
        random() < 0.5 && { publishedAt: end + upTo(20 * 24) * HOUR }),
      ...(random() < 0.4 && {
        followUp: {
          dueAt: declared + upTo(400) * DAY,
          ...(random() < 0.5 && { doneAt: declared + upTo(400) * DAY }),
        },
      }),
    };
  });
}

/** The same as a provider tells it. */
export const tellIt = (
  told: ToldIncident,
  refOf: (service: string) => string,
): ReportedIncident => ({
  externalId: told.id,
  title: `Trouble ${told.id}`,
  updatedAt: NOW,
  status: told.status,
  severity: told.level === null ? null : `SEV${told.level}`,
  stamps: Object.fromEntries(
    Object.entries(told.times).map(([name, at]) => [
      name,
      { at, from: 'provider' as const },
    ]),
  ),
  reopenedAt: [],
  isTest: told.isTest,
  isPrivate: false,
  dedupeKey: told.key,
  customerImpact: told.impact,
  subjects: [],
  entityRefs: told.services.map(refOf),
  responders: [],
  pages: told.page
    ? [
        {
          at: told.page.at,
          person: { id: 'U1', name: 'Ada' },
          timeZone: 'UTC',
          acknowledgedAt: told.page.acknowledged ? told.page.at + 1000 : null,
          autoResolved: false,
        },
      ]
    : [],
  updates: [],
  postmortems:
    told.publishedAt === undefined
      ? []
      : [{ status: 'published', publishedAt: told.publishedAt }],
  followUps: told.followUp
    ? [
        {
          externalId: `F-${told.id}`,
          title: 'Raise the limit',
          status: told.followUp.doneAt === undefined ? 'open' : 'done',
          dueAt: told.followUp.dueAt,
          doneAt: told.followUp.doneAt,
        },
      ]
    : [],
});
