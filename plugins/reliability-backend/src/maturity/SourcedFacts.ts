import {
  FACT_ROOTS,
  FactGroup,
  FactPath,
  TierResolution,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { ServiceRecord } from '../catalog/ServiceStore';
import { ReliabilityConfig } from '../config/config';
import { Db } from '../database/sql';
import { Stores } from '../database/stores';
import {
  IncidentAssessor,
  IncidentFactReader,
  IncidentProviderKind,
} from '../incidents/IncidentFactReader';
import { OncallFactReader } from '../oncall/OncallFactReader';
import { OncallServiceWrite } from '../oncall/OncallServiceStore';
import { SloAssessor, SloFactReader } from '../slo/SloFactReader';

/** What sources and providers said last of services. */
export interface KnownSources {
  /** The facts of one of the services with its tier, and when time alone changes one next. */
  factsOf(
    service: Pick<ServiceRecord, 'entityRef' | 'changedAt' | 'owner'>,
    tier: TierResolution,
    now: number,
  ): { readonly facts: FactGroup[]; readonly nextChangeAt?: number };
  /** Writes what was found beside the facts of those that were asked for. */
  keep(tx: Knex.Transaction, now: number): Promise<void>;
}

const earlier = (one: number | undefined, other: number | undefined) =>
  one === undefined || other === undefined
    ? one ?? other
    : Math.min(one, other);

const NO_SLO_FACTS: SloAssessor = () => [];
const NO_INCIDENT_FACTS: IncidentAssessor = () => ({ facts: [] });

/** The roots of the facts that expressions read. */
export const rootsOf = (paths: readonly FactPath[]): ReadonlySet<string> =>
  new Set(paths.map(({ segments }) => segments[0]));

/** The roots of the facts that the rules of scorecards and checklists read. */
export const rootsRead = ({
  scorecards,
  checklists,
}: Pick<ReliabilityConfig, 'scorecards' | 'checklists'>): ReadonlySet<string> =>
  rootsOf([...scorecards, ...checklists].flatMap(({ paths }) => paths));

/** The facts that come from SLOs, rotations and incidents, with one statement a table for any number of services. */
export class SourcedFacts {
  private readonly slos: SloFactReader;
  private readonly oncall: OncallFactReader;
  private readonly incidents: IncidentFactReader;

  constructor(
    private readonly options: {
      readonly config: Pick<ReliabilityConfig, 'oncall' | 'incidents'>;
      readonly stores: Stores;
      readonly incidentProviders?: readonly IncidentProviderKind[];
    },
  ) {
    this.slos = new SloFactReader(options.stores);
    this.oncall = new OncallFactReader(options);
    this.incidents = new IncidentFactReader(options);
  }

  /**
   * Reads what is stored, for times from `now` on.
   *
   * @param options - `reads`: whether the facts below a root are wanted; absent: all are. `keeps`: whether who is on
   * call is found out whatever is wanted, to be kept for the pages
   */
  async of(
    db: Db,
    services: readonly Pick<ServiceRecord, 'entityRef'>[],
    now: number,
    {
      reads = () => true,
      keeps = false,
    }: { reads?: (root: string) => boolean; keeps?: boolean } = {},
  ): Promise<KnownSources> {
    const { stores } = this.options;
    const sloFactsOf = reads(FACT_ROOTS.slo)
      ? await this.slos.of(db, services)
      : NO_SLO_FACTS;
    const withOncall = reads(FACT_ROOTS.oncall);
    const oncall =
      withOncall || keeps ? await this.oncall.of(db, services) : undefined;
    const incidentsOf = reads(FACT_ROOTS.incidents)
      ? await this.incidents.of(db, services, now)
      : NO_INCIDENT_FACTS;
    const found: OncallServiceWrite[] = [];
    return {
      factsOf: (service, tier, at) => {
        const cover = oncall?.assess(service, tier, at);
        const incidents = incidentsOf(service, at);
        if (cover) found.push(cover.write);
        return {
          facts: [
            ...sloFactsOf(service, tier, at),
            ...(cover && withOncall ? cover.facts() : []),
            ...incidents.facts,
          ],
          nextChangeAt: earlier(cover?.nextChangeAt, incidents.nextChangeAt),
        };
      },
      keep: async (tx, at) => {
        if (!oncall) return;
        await stores.oncallServices.save(tx, found, oncall.known, at);
      },
    };
  }
}
