import {
  createIncidentRequestSchema,
  IncidentStatus,
  ReportedIncident,
  StampName,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { requireSoundStamps, stampTimes } from './stampsAsked';

export type CreateIncidentCommand = z.output<
  typeof createIncidentRequestSchema
>;

/** Stamps that a status gives an incident where nobody gave another time. */
export const stampsOfStatus: Readonly<
  Partial<Record<IncidentStatus, readonly StampName[]>>
> = {
  acknowledged: ['acknowledged'],
  mitigated: ['mitigated'],
  resolved: ['resolved'],
  closed: ['resolved', 'closed'],
};

/** What is reported where nobody said more. */
export const NOTHING_MORE = {
  reopenedAt: [],
  isPrivate: false,
  subjects: [],
  responders: [],
  pages: [],
  updates: [],
  postmortems: [],
  followUps: [],
} as const satisfies Partial<ReportedIncident>;

/**
 * An incident as somebody declares it here.
 *
 * @param externalId - the key that was given, or a new one
 * @param now - milliseconds since the epoch
 * @throws InputError when its stamps are in a wrong order or in the future
 */
export function declaredIncident(
  command: CreateIncidentCommand,
  externalId: string,
  now: number,
): ReportedIncident {
  const { title, summary, severity, status, cause } = command;
  const given = stampTimes(command.stamps);
  const times: Partial<Record<StampName, number>> = { declared: now };
  for (const name of stampsOfStatus[status] ?? []) times[name] = now;
  for (const [name, at] of Object.entries(given)) {
    if (at !== null) times[name as StampName] = at;
  }
  const stamps = Object.fromEntries(
    Object.entries(times).map(([name, at]) => [
      name,
      { at, from: 'provider' as const },
    ]),
  );
  requireSoundStamps(stamps, now);
  return {
    ...NOTHING_MORE,
    externalId,
    reference: command.key ?? externalId.toUpperCase(),
    title,
    ...(summary && { summary }),
    updatedAt: now,
    status,
    severity: severity === null ? null : String(severity),
    stamps,
    isTest: command.isTest,
    ...(cause && { cause }),
    customerImpact: command.customerImpact,
    entityRefs: command.entityRefs,
  };
}
