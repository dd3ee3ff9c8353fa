import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  FollowUp,
  followUpOverdue,
  PRIVATE_TITLE,
  reliabilityOncallPeoplePermission,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { nameOf } from '../access/nameOf';
import { ReliabilityConfig } from '../config/config';
import { isoOrNull, isoTime } from '../database/dates';
import { Stores } from '../database/stores';
import { StoredFollowUp } from './followUpRow';
import { IncidentAccess } from './IncidentAccess';
import { IncidentBrief } from './IncidentBriefStore';

/** A text about an incident, in place of which a private one shows that it is private. */
export const unlessPrivate = (
  { isPrivate }: Pick<IncidentBrief, 'isPrivate'>,
  text: string,
): string => (isPrivate ? PRIVATE_TITLE : text);

/** What an incident is called wherever something belongs to it. */
export const incidentRef = (
  incident: Pick<IncidentBrief, 'id' | 'reference' | 'title' | 'isPrivate'>,
) => ({
  id: incident.id,
  reference: incident.reference,
  title: unlessPrivate(incident, incident.title),
});

const isGroup = (owner: string) => owner.startsWith('group:');

/** Makes follow-ups into what a reader is shown. */
export class FollowUpPresenter {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly access: Access;
      readonly incidentAccess: IncidentAccess;
      readonly now: () => number;
    },
  ) {}

  /** The caller has made sure that the reader may see the incidents. */
  async items(
    followUps: readonly StoredFollowUp[],
    credentials: BackstageCredentials,
  ): Promise<FollowUp[]> {
    if (followUps.length === 0) return [];
    const { knex, stores, config, access, incidentAccess } = this.options;
    const incidents = await stores.incidentBriefs.of(knex, config.tiers, [
      ...new Set(followUps.map(({ incidentId }) => incidentId)),
    ]);
    const [lessons, refs, namesShown, mayEdit] = await Promise.all([
      stores.lessons.ofFollowUps(
        knex,
        followUps.map(({ id }) => id),
      ),
      access.visibleRefs(credentials),
      access.has(reliabilityOncallPeoplePermission, credentials),
      incidentAccess.editable([...incidents.values()], credentials),
    ]);
    const visible = refs && new Set(refs);
    return followUps.flatMap(followUp => {
      const incident = incidents.get(followUp.incidentId);
      if (!incident) return [];
      const { owner } = followUp;
      return [
        {
          ...this.whatIsShown(followUp, incident),
          incident: incidentRef(incident),
          owner:
            owner !== undefined &&
            (namesShown || isGroup(owner) || owner === nameOf(credentials))
              ? owner
              : null,
          services: incident.services
            .filter(({ entityRef }) => visible?.has(entityRef) ?? true)
            .map(service => ({
              entityRef: service.entityRef,
              title: service.title,
              owner: service.owner ?? null,
            })),
          lesson: lessons.get(followUp.id)?.id ?? null,
          canEdit: mayEdit(incident),
        },
      ];
    });
  }

  private whatIsShown(
    followUp: StoredFollowUp,
    incident: IncidentBrief,
  ): Omit<FollowUp, 'incident' | 'owner' | 'services' | 'lesson' | 'canEdit'> {
    const { status, dueAt = null } = followUp;
    const ticket = incident.isPrivate ? undefined : followUp.ticket;
    return {
      id: followUp.id,
      title: unlessPrivate(incident, followUp.title),
      status,
      dueAt: isoOrNull(dueAt),
      doneAt: isoOrNull(followUp.doneAt),
      overdue: followUpOverdue({ status, dueAt }, this.options.now()),
      ticket: ticket
        ? { system: ticket.system, key: ticket.key, url: ticket.url ?? null }
        : null,
      from: followUp.origin,
      contradicts: followUp.contradicts ? { ...followUp.contradicts } : null,
      createdAt: isoTime(followUp.createdAt),
    };
  }
}
