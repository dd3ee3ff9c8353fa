import {
  FactGroup,
  incidentFacts,
  IncidentFactsInput,
  nextIncidentFactChange,
  PORTAL_ACCOUNT,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ServiceRecord } from '../catalog/ServiceStore';
import { IncidentConfig } from '../config/incidents';
import { Db } from '../database/sql';
import { Stores } from '../database/stores';

const DAY = 24 * 60 * 60 * 1000;

/** Facts look 90 days back from a midnight. */
const LOOK_BACK_MS = 92 * DAY;

/** Of nearly all services where nobody has connected an account yet. */
const NOTHING = { incidents: [], accounts: [], linked: false };

/** An account, and whether it can be asked: one without `read` only pushes. */
export interface IncidentProviderKind {
  readonly account: string;
  readonly read?: unknown;
}

/** What is known of the incidents of one service. */
export interface IncidentAssessment {
  readonly facts: FactGroup[];
  /** When time alone changes a fact next; absent: never. */
  readonly nextChangeAt?: number;
}

/** What tells the facts of each of the services that were read for, at a time. */
export type IncidentAssessor = (
  service: Pick<ServiceRecord, 'entityRef' | 'changedAt'>,
  now: number,
) => IncidentAssessment;

/** The facts about the incidents of services, with one statement a table for any number of them. */
export class IncidentFactReader {
  private readonly asked: ReadonlySet<string>;
  private readonly pushed: ReadonlySet<string>;

  constructor(
    private readonly options: {
      readonly stores: Pick<Stores, 'incidentFacts'>;
      readonly config: { readonly incidents: Pick<IncidentConfig, 'accounts'> };
      /** Absent: all accounts can be asked. */
      readonly incidentProviders?: readonly IncidentProviderKind[];
    },
  ) {
    const names = options.config.incidents.accounts.map(({ name }) => name);
    const pushing = (options.incidentProviders ?? [])
      .filter(({ read }) => !read)
      .map(({ account }) => account);
    this.pushed = new Set(pushing);
    this.asked = new Set(names.filter(name => !this.pushed.has(name)));
  }

  /** Reads what is stored, for times from `now` on. */
  async of(
    db: Db,
    services: readonly Pick<ServiceRecord, 'entityRef'>[],
    now: number,
  ): Promise<IncidentAssessor> {
    const { incidentFacts: store } = this.options.stores;
    const refs = services.map(({ entityRef }) => entityRef);
    const incidents = await store.incidents(db, refs, now - LOOK_BACK_MS);
    const linked = await store.accounts(db, refs);
    const linkedAt = await store.linkedAt(db, refs);
    const reads = await store.reads(db);
    return ({ entityRef, changedAt }, at) => {
      const found = incidents.get(entityRef) ?? [];
      if (found.length === 0 && !linked.has(entityRef)) {
        const known = Math.max(changedAt, linkedAt.get(entityRef) ?? 0);
        return { facts: incidentFacts({ ...NOTHING, at, changedAt: known }) };
      }
      const accounts = new Set([
        ...(linked.get(entityRef) ?? []),
        ...found.map(({ account }) => account),
      ]);
      const input: IncidentFactsInput = {
        at,
        incidents: found.map(({ incident }) => incident),
        accounts: [...accounts]
          .filter(name => this.asked.has(name))
          .map(name => ({ readAt: reads.get(name) ?? null })),
        linked: [...accounts].some(
          name => this.pushed.has(name) || name === PORTAL_ACCOUNT,
        ),
        changedAt: Math.max(
          changedAt,
          linkedAt.get(entityRef) ?? 0,
          ...found.map(incident => incident.changedAt),
        ),
      };
      return {
        facts: incidentFacts(input),
        nextChangeAt: nextIncidentFactChange(input, at),
      };
    };
  }
}
