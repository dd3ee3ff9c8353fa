import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { Annotations } from '../../catalog/annotationRefs';
import { guardedReading } from '../../catalog/guardedReading';
import { IncidentLinkStore, LinkedService } from '../IncidentLinkStore';
import { IncidentMarkStore } from '../IncidentMarkStore';
import { nameSubjects } from './nameSubjects';
import { NamedSubjects, SubjectAccount } from './subjectLink';

/** Keeps what services are at accounts in step with the annotations that say so. */
export class IncidentLinks {
  private readonly accounts: readonly SubjectAccount[];

  constructor(
    private readonly options: {
      /** Those configured. */
      readonly accounts: readonly SubjectAccount[];
      readonly stores: {
        readonly incidentLinks: IncidentLinkStore;
        readonly incidentMarks: IncidentMarkStore;
      };
      readonly logger: LoggerService;
    },
  ) {
    const guarded = guardedReading(options.logger);
    this.accounts = options.accounts.map(({ provider, ...account }) => ({
      ...account,
      provider: {
        kinds: provider.kinds,
        subjectsOf: guarded(account.name, each => provider.subjectsOf(each)),
      },
    }));
  }

  /** What the annotations of a service name; undefined where they name nothing. */
  of(annotations: Annotations): NamedSubjects | undefined {
    const named = nameSubjects(annotations, this.accounts);
    return named.links.length + named.problems.length > 0 ? named : undefined;
  }

  /** Notes what services are at accounts; their incidents are looked at again by `IncidentRemapper`. */
  async declare(
    tx: Knex.Transaction,
    services: readonly LinkedService[],
    now: number,
  ): Promise<void> {
    await this.options.stores.incidentLinks.declare(tx, services, now);
  }

  /** Notes that services are new or back, left, or are others than before. */
  async touch(
    tx: Knex.Transaction,
    refs: readonly string[],
    now: number,
  ): Promise<void> {
    await this.options.stores.incidentMarks.touch(tx, refs, now);
  }

  /** Takes the links of services away that left; their incidents stay. */
  async forget(
    tx: Knex.Transaction,
    refs: readonly string[],
    now: number,
  ): Promise<void> {
    await this.touch(tx, refs, now);
    await this.declare(
      tx,
      refs.map(entityRef => ({ entityRef })),
      now,
    );
  }
}
