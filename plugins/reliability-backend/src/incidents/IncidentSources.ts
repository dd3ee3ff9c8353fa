import { ServiceIncidentsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { ReliabilityConfig } from '../config/config';
import { isoOrNull } from '../database/dates';
import { Stores } from '../database/stores';
import { IncidentProviderKind } from './IncidentFactReader';

/** The accounts that are linked with a service, and what is wrong with what it names. */
export class IncidentSources {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: Pick<ReliabilityConfig, 'incidents'>;
      /** Absent: all can be read. */
      readonly incidentProviders?: readonly IncidentProviderKind[];
    },
  ) {}

  async of(
    entityRef: string,
  ): Promise<Pick<ServiceIncidentsResponse, 'sources' | 'problems'>> {
    const { knex, stores, config, incidentProviders } = this.options;
    const refs = [entityRef];
    const linked = await stores.incidentFacts.accounts(knex, refs);
    const told = await stores.incidentFacts.accountsOfIncidents(knex, refs);
    const names = new Set([
      ...(linked.get(entityRef) ?? []),
      ...(told.get(entityRef) ?? []),
    ]);
    const records = await stores.incidentAccounts.all(knex);
    const pushing = new Set(
      (incidentProviders ?? [])
        .filter(({ read }) => !read)
        .map(({ account }) => account),
    );
    const problems = await stores.incidentLinks.problemsOf(knex, refs);
    return {
      sources: config.incidents.accounts
        .filter(({ name }) => names.has(name))
        .map(({ name, type }) => {
          const record = records.get(name);
          return {
            account: name,
            provider: type,
            pushed: pushing.has(name),
            readAt: isoOrNull(record?.successAt),
            error: record?.error ?? null,
            backfilledTo: isoOrNull(record?.backfilledTo),
          };
        }),
      problems: (problems.get(entityRef) ?? []).map(
        ({ annotation, value, message }) => ({ annotation, value, message }),
      ),
    };
  }
}
