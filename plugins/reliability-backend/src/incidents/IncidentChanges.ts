import { NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { ReliabilityConfig } from '../config/config';
import { Stores } from '../database/stores';
import { RankingService } from '../maturity/RankingService';
import { Reassessor } from '../maturity/Reassessor';
import { reassessBatches } from '../maturity/ReportStore';
import { IncidentBrief } from './IncidentBriefStore';

/** The incident got another service while its services were locked. */
class LinkedSince extends Error {}

const ATTEMPTS = 5;

/** The one way in which something that belongs to an incident is written. */
export class IncidentChanges {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly reassessor: Pick<Reassessor, 'reassess'>;
      readonly ranking: Pick<RankingService, 'changed'>;
      readonly now: () => number;
    },
  ) {}

  /**
   * Runs a change of one incident and assesses its services, in one transaction. Services are locked before
   * the incident, as wherever both are written; of two changes at once the second sees what the first wrote.
   *
   * @param write - may run several times; the incident is as it is under the lock
   * @param by - who or what brought it, as `Reassessor.reassess` takes it
   * @throws NotFoundError when the incident is gone
   */
  async change<T>(
    id: string,
    write: (tx: Knex.Transaction, incident: IncidentBrief) => Promise<T>,
    by?: string,
  ): Promise<T> {
    const { knex, ranking } = this.options;
    for (let attempt = 1; ; attempt++) {
      try {
        const result = await knex.transaction(tx =>
          this.run(tx, id, write, by),
        );
        ranking.changed();
        return result;
      } catch (error) {
        if (!(error instanceof LinkedSince) || attempt === ATTEMPTS) {
          throw error;
        }
      }
    }
  }

  private async run<T>(
    tx: Knex.Transaction,
    id: string,
    write: (tx: Knex.Transaction, incident: IncidentBrief) => Promise<T>,
    by?: string,
  ): Promise<T> {
    const { stores, config, reassessor, now } = this.options;
    const refs = await stores.incidentBriefs.refsOf(tx, id);
    await stores.services.lock(tx, refs);
    await stores.incidentBriefs.lock(tx, id);
    const current = await stores.incidentBriefs.refsOf(tx, id);
    if (current.some(ref => !refs.includes(ref))) throw new LinkedSince();
    const briefs = await stores.incidentBriefs.of(tx, config.tiers, [id]);
    const incident = briefs.get(id);
    if (!incident) throw new NotFoundError(`There is no incident "${id}"`);
    const result = await write(tx, incident);
    for (const batch of reassessBatches(refs)) {
      await reassessor.reassess(tx, batch, now(), by);
    }
    return result;
  }
}
