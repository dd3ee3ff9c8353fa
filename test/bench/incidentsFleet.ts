import { ChildProcess, fork } from 'node:child_process';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { ReportedIncident } from '@plimsoll/backstage-plugin-reliability-common';
import { fleet } from './fleet';
import {
  PAGER,
  PAGER_SERVICES,
  pagerService,
  VendorAnswer,
} from './incidentsVendor';

/** The account whose incidents are written without a vendor. */
export const ARCHIVE = { name: 'archive', provider: 'generic' };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const archiveSection: JsonObject = {
  name: ARCHIVE.name,
  type: ARCHIVE.provider,
  webhookSecret: 'fedcba9876543210fedcba9876543210',
};

/** A vendor that runs in another process. */
export interface IncidentVendor {
  readonly section: JsonObject;
  readonly incidents: number;
  ask<K extends keyof VendorAnswer>(
    question: K,
  ): Promise<NonNullable<VendorAnswer[K]>>;
  stop(): void;
}

/** The next message that has something. The transform of TypeScript talks over the same channel. */
const answerOf = (child: ChildProcess, key: keyof VendorAnswer) =>
  new Promise<VendorAnswer>((resolve, reject) => {
    const fail = () => reject(new Error('The vendor ended'));
    child.once('exit', fail);
    child.on('message', function hear(message: object) {
      if (!(key in message)) return;
      child.off('message', hear);
      child.off('exit', fail);
      resolve(message as VendorAnswer);
    });
  });

export async function startVendor(): Promise<IncidentVendor> {
  const child = fork(require.resolve('./incidentsVendor.ts'));
  const { section = {}, incidents = 0 } = await answerOf(child, 'section');
  return {
    section,
    incidents,
    ask: async question => {
      const answer = answerOf(child, question);
      child.send(question);
      return (await answer)[question]!;
    },
    stop: () => child.kill(),
  };
}

/** The fleet, each service linked with a subject of the archive, and some with one of the vendor. */
export const fleetWithIncidents = (services: number): Entity[] =>
  fleet(services).map(entity => {
    const [, index] = /^service-(\d+)$/.exec(entity.metadata.name) ?? [];
    if (entity.kind !== 'Component' || index === undefined) return entity;
    const { 'pagerduty.com/service-id': _, ...annotations } =
      entity.metadata.annotations ?? {};
    const links = [
      `${ARCHIVE.name}:service:S${index}`,
      ...(Number(index) < PAGER_SERVICES
        ? [`${PAGER}:service:${pagerService(Number(index))}`]
        : []),
    ];
    return {
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: {
          ...annotations,
          'plimsoll.dev/incidents': links.join(', '),
        },
      },
    };
  });

const person = (index: number) => ({
  id: `U${index % 300}`,
  name: `Person ${index % 300}`,
  email: `person-${index % 300}@example.com`,
});

const followUpsOf = (n: number, end: number): ReportedIncident['followUps'] =>
  n % 3 > 0
    ? []
    : [0, 1].map(place => ({
        externalId: `F${n}-${place}`,
        title: `Raise the limit of pool ${n % 40} before the next rush`,
        status: n % 30 === 0 ? ('open' as const) : ('done' as const),
        owner: person(n),
        dueAt: end + 14 * DAY,
        ...(n % 30 > 0 && { doneAt: end + (place + 10) * DAY }),
      }));

/**
 * One of many incidents that are spread evenly over the year before `now`, the first the oldest: one in five
 * hundred still open, one in three with follow-ups, with updates, pages and responders as vendors tell them.
 */
export function benchIncident(
  n: number,
  { total, services, now }: { total: number; services: number; now: number },
): ReportedIncident {
  const declared = now - Math.floor(((total - n) * 364 * DAY) / total);
  const end = declared + (10 + (n % 170)) * MINUTE;
  const open = n % 500 === 499;
  const stamp = (at: number) => ({ at, from: 'provider' as const });
  const subjects = [
    (n * 7) % services,
    ...(n % 3 ? [] : [(n * 13) % services]),
  ];
  return {
    externalId: `A${n}`,
    reference: `INC-${n}`,
    url: `https://incidents.example.com/${n}`,
    title: `Orders of region ${n % 97} are slow`,
    summary: `Customers of region ${
      n % 97
    } waited for minutes, as the pool of connections of their store was used up by a job that reads the whole year.`,
    updatedAt: open ? declared : end,
    status: open ? 'open' : 'resolved',
    severity: `SEV${1 + (n % 5)}`,
    stamps: {
      ...(n % 4 && { impactStart: stamp(declared - (n % 9) * MINUTE) }),
      detected: stamp(declared - MINUTE),
      declared: stamp(declared),
      ...(n % 5 && { acknowledged: stamp(declared + (n % 8) * MINUTE) }),
      ...(!open && { mitigated: stamp(end - 5 * MINUTE) }),
      ...(!open && { resolved: stamp(end) }),
    },
    reopenedAt: [],
    isTest: n % 211 === 7,
    isPrivate: false,
    dedupeKey: `pool-${n % services}-${n % 3}`,
    customerImpact: n % 4 ? n % 2 === 0 : null,
    subjects: [...new Set(subjects)].map(index => ({
      kind: 'service',
      id: `S${index}`,
      label: `Service ${index}`,
    })),
    entityRefs: [],
    responders: [{ person: person(n) }, { person: person(n + 1) }],
    pages: [
      {
        at: declared,
        person: person(n),
        timeZone: n % 2 ? 'Europe/Berlin' : 'America/New_York',
        acknowledgedAt: n % 5 ? declared + (n % 8) * MINUTE : null,
        autoResolved: n % 10 === 0,
      },
    ],
    updates: [1, 2, 3].map(place => ({
      id: `${place}`,
      at: declared + place * MINUTE,
      text: `Step ${place}: the pool was looked at, and the job that holds its connections was stopped; the rest drains by itself.`,
      by: person(n),
    })),
    postmortems:
      n % 5 < 2 && n % 7 > 0
        ? [
            {
              externalId: `P${n}`,
              url: `https://docs.example.com/${n}`,
              title: `Slow orders, ${n}`,
              status: 'published',
              publishedAt: end + (1 + (n % 9)) * DAY,
            },
          ]
        : [],
    followUps: followUpsOf(n, end),
  };
}
