import {
  effectiveIncident,
  pageCounts,
  postmortemDeadlines,
  Tier,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ServiceRecord } from '../catalog/ServiceStore';
import { ReliabilityConfig } from '../config/config';
import { StoredIncident, toIncidentRow } from './incidentRow';
import { ResolvedServices } from './resolveServices';
import { Severities } from './Severities';

/** What an incident is seen beside. */
export interface Surroundings {
  /** Those that the catalog has, by reference. */
  readonly services: ReadonlyMap<string, Pick<ServiceRecord, 'owner'>>;
  /** Of those that have one. */
  readonly tiers: ReadonlyMap<string, Tier>;
}

/** Works out what follows of an incident: how it counts, its pages, its deadlines. */
export class IncidentComputer {
  private readonly severities: Severities;
  private readonly defaultZone: string;

  constructor({ incidents, oncall }: ReliabilityConfig) {
    this.severities = new Severities(incidents);
    this.defaultZone = oncall.businessHours.timeZone;
  }

  compute(
    incident: Pick<
      StoredIncident,
      'id' | 'account' | 'provider' | 'reported' | 'edits'
    >,
    { services, claims }: ResolvedServices,
    around: Surroundings,
  ) {
    const { account, reported, edits } = incident;
    const refs = services.map(({ entityRef }) => entityRef);
    const effective = {
      ...effectiveIncident({
        ...incident,
        entityRefs: refs,
        severities: this.severities.of(account),
      }),
      entityRefs: refs,
    };
    return {
      claims,
      services: services.map(service => ({
        ...service,
        owner: around.services.get(service.entityRef)?.owner,
      })),
      row: toIncidentRow({
        reported,
        edits,
        services,
        incident: effective,
        pages: pageCounts(effective.pages, { defaultZone: this.defaultZone }),
        deadlines: postmortemDeadlines(
          effective,
          refs.flatMap(ref => around.tiers.get(ref) ?? []),
        ),
      }),
    };
  }
}
