import { Knex } from 'knex';
import { PRIVATE_TITLE } from '@plimsoll/backstage-plugin-reliability-common';
import { ReliabilityConfig } from '../config/config';
import { Stores } from '../database/stores';
import { IncidentBrief } from '../incidents/IncidentBriefStore';
import { Notice } from '../readiness/notices/digest';

const STAGES = {
  draft: 'nobody has begun its postmortem',
  publish: 'its postmortem is not published',
};

const called = ({ reference, title, isPrivate }: IncidentBrief) =>
  `${reference} ${isPrivate ? PRIVATE_TITLE : title}`;

const ownersOf = ({ services }: IncidentBrief) => [
  ...new Set(services.flatMap(({ owner }) => owner ?? [])),
];

/** A provider may give a name in place of a reference; nobody can be told by it. */
const isRef = (owner: string | undefined): owner is string =>
  owner !== undefined && /^(user|group):/.test(owner);

/**
 * Postmortems and follow-ups that became overdue within a span of time and are so still: whoever has to do it is
 * told, otherwise the owners of the services.
 *
 * @param window - after `from`, up to and including `until`; milliseconds since the epoch
 */
export async function incidentNotices(
  {
    knex,
    stores,
    config,
  }: {
    readonly knex: Knex;
    readonly stores: Stores;
    readonly config: ReliabilityConfig;
  },
  window: { readonly from: number; readonly until: number },
): Promise<Notice[]> {
  const postmortems = await stores.postmortems.dueBetween(knex, window);
  const followUps = await stores.followUps.dueBetween(knex, window);
  const incidents = await stores.incidentBriefs.of(knex, config.tiers, [
    ...new Set([...postmortems, ...followUps].map(each => each.incidentId)),
  ]);
  const ofPostmortems = postmortems.flatMap(
    ({ incidentId, stage, at }): Notice[] => {
      const incident = incidents.get(incidentId);
      if (!incident) return [];
      const text = `${called(incident)}: ${STAGES[stage]}`;
      const to = ownersOf(incident);
      return [{ kind: 'postmortem-overdue', at, to, text }];
    },
  );
  const ofFollowUps = followUps.flatMap(
    ({ incidentId, title, owner, dueAt = 0 }): Notice[] => {
      const incident = incidents.get(incidentId);
      if (!incident) return [];
      const what = incident.isPrivate ? 'a follow-up' : `"${title}"`;
      const text = `${called(incident)}: ${what} is overdue`;
      const to = isRef(owner) ? [owner] : ownersOf(incident);
      return [{ kind: 'follow-up-overdue', at: dueAt, to, text }];
    },
  );
  return [...ofPostmortems, ...ofFollowUps];
}
