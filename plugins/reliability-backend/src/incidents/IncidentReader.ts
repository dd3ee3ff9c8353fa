import {
  effectiveIncident,
  Incident,
  IncidentUpdate,
  PrefillSpend,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ReliabilityConfig } from '../config/config';
import { Db } from '../database/sql';
import { Stores } from '../database/stores';
import { StoredIncident } from './incidentRow';
import { Severities } from './Severities';
import { StoredUpdate } from './UpdateStore';

/** An incident with everything that its postmortem begins with. */
export interface WholeIncident {
  readonly stored: StoredIncident;
  readonly incident: Incident;
  /** Those that were written here; the provider's are in the incident. */
  readonly updates: readonly IncidentUpdate[];
  readonly spends: readonly (PrefillSpend & { readonly entityRef: string })[];
}

/** Reads incidents as they count. */
export class IncidentReader {
  private readonly severities: Severities;

  constructor(
    private readonly options: {
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
    },
  ) {
    this.severities = new Severities(options.config.incidents);
  }

  /** What a stored incident counts as. */
  effective(
    stored: Pick<
      StoredIncident,
      'account' | 'provider' | 'reported' | 'edits' | 'services'
    >,
  ): Incident {
    const { account, provider, reported, edits, services } = stored;
    return effectiveIncident({
      account,
      provider,
      reported,
      edits,
      entityRefs: services.map(({ entityRef }) => entityRef),
      severities: this.severities.of(account),
    });
  }

  /** What was written here about an incident, the oldest first; of a private one nothing is told. */
  async written(
    db: Db,
    { id, reported }: Pick<StoredIncident, 'id' | 'reported'>,
  ): Promise<StoredUpdate[]> {
    if (reported.isPrivate) return [];
    return this.options.stores.incidentUpdates.of(db, [id]);
  }

  /** An incident by its id; undefined: there is none. */
  async of(db: Db, id: string): Promise<WholeIncident | undefined> {
    const { stores } = this.options;
    const stored = (await stores.incidents.load(db, [id])).get(id);
    if (!stored) return undefined;
    return {
      stored,
      incident: this.effective(stored),
      updates: (await this.written(db, stored)).map(
        ({ id: updateId, at, text, status }) => ({
          id: updateId,
          at,
          text,
          ...(status && { status }),
        }),
      ),
      spends: (await stores.incidentSpends.ofIncidents(db, [id]))
        .filter(({ measuredAt }) => measuredAt !== undefined)
        .map(({ sloTitle, share, bad, total, entityRef }) => ({
          title: sloTitle,
          share,
          bad,
          total,
          entityRef,
        })),
    };
  }
}
