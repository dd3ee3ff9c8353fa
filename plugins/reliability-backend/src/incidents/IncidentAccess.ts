import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  reliabilityIncidentEditPermission,
  reliabilityIncidentMapPermission,
  reliabilityReadinessReviewPermission,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { ReliabilityConfig } from '../config/config';
import { Stores } from '../database/stores';
import { BriefService, IncidentBrief } from './IncidentBriefStore';
import { IncidentVisibility } from './incidentVisibility';

/** Whom an incident concerns. */
interface Concerning {
  readonly services: readonly Pick<BriefService, 'entityRef'>[];
}

/** An incident as a reader may see it. */
export interface SeenIncident extends IncidentBrief {
  /** References of all its services, also those that the reader may not see. */
  readonly entityRefs: readonly string[];
}

const noIncident = (id: string) =>
  new NotFoundError(
    `There is no incident "${id}", or the catalog does not show you its services`,
  );

const refsOf = ({ services }: Concerning) =>
  services.map(({ entityRef }) => entityRef);

/**
 * Who may see and change which incidents: one sees an incident when one sees one of its services. Those that
 * belong to no service are for whoever may map them.
 */
export class IncidentAccess {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly access: Access;
    },
  ) {}

  /** For lists and counts. */
  async visibility(
    credentials: BackstageCredentials,
  ): Promise<IncidentVisibility> {
    const { access } = this.options;
    const [visible, unmapped] = await Promise.all([
      access.visibleRefs(credentials),
      access.has(reliabilityIncidentMapPermission, credentials),
    ]);
    return { visible, unmapped };
  }

  /** @throws NotFoundError when there is none, or the caller may see none of its services */
  async requireVisible(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<SeenIncident> {
    const { knex, stores, config, access } = this.options;
    if (id.includes('\0')) throw noIncident('');
    const briefs = await stores.incidentBriefs.of(knex, config.tiers, [id]);
    const brief = briefs.get(id);
    if (!brief) throw noIncident(id);
    const entityRefs = refsOf(brief);
    if (entityRefs.length === 0) {
      const maps = reliabilityIncidentMapPermission;
      if (!(await access.has(maps, credentials))) throw noIncident(id);
      return { ...brief, entityRefs };
    }
    const seen = await access.allowedAmong(
      catalogEntityReadPermission,
      credentials,
      entityRefs,
    );
    if (seen.size === 0) throw noIncident(id);
    const services = brief.services.filter(({ entityRef }) =>
      seen.has(entityRef),
    );
    return { ...brief, services, entityRefs };
  }

  /**
   * @throws NotFoundError as `requireVisible`
   * @throws NotAllowedError when the caller may edit incidents of none of its services
   */
  async requireEdit(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<SeenIncident> {
    return this.require(reliabilityIncidentEditPermission, id, credentials);
  }

  /** The same for whoever may decide on what checklists hold. */
  async requireReview(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<SeenIncident> {
    return this.require(reliabilityReadinessReviewPermission, id, credentials);
  }

  /** Whether the caller may change an incident of these services; of none: whether they may map. */
  async mayEdit(
    entityRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const edit = reliabilityIncidentEditPermission;
    return this.allows(edit, entityRefs, credentials);
  }

  /** Which of many the caller may change; one question for all. */
  async editable(
    incidents: readonly Concerning[],
    credentials: BackstageCredentials,
  ): Promise<(incident: Concerning) => boolean> {
    const { access } = this.options;
    const [allowed, maps] = await Promise.all([
      access.allowedAmong(
        reliabilityIncidentEditPermission,
        credentials,
        incidents.flatMap(refsOf),
      ),
      access.has(reliabilityIncidentMapPermission, credentials),
    ]);
    return incident => {
      const refs = refsOf(incident);
      return refs.length === 0 ? maps : refs.some(ref => allowed.has(ref));
    };
  }

  private async require(
    permission: ResourcePermission,
    id: string,
    credentials: BackstageCredentials,
  ): Promise<SeenIncident> {
    const incident = await this.requireVisible(id, credentials);
    if (await this.allows(permission, incident.entityRefs, credentials)) {
      return incident;
    }
    throw new NotAllowedError(
      `You lack the permission ${permission.name} on every service of ${incident.reference}`,
    );
  }

  private async allows(
    permission: ResourcePermission,
    entityRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const { access } = this.options;
    if (entityRefs.length === 0) {
      return access.has(reliabilityIncidentMapPermission, credentials);
    }
    const allowed = await access.allowedAmong(
      permission,
      credentials,
      entityRefs,
    );
    return allowed.size > 0;
  }
}
