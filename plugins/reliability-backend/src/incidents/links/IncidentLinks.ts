import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { Annotations } from '../../catalog/annotationRefs';
import { IncidentLinkStore, LinkedService } from '../IncidentLinkStore';
import { IncidentMarkStore } from '../IncidentMarkStore';
import { nameSubjects } from './nameSubjects';
import { NamedSubjects, SubjectAccount } from './subjectLink';

/** Keeps what services are at accounts in step with the annotations that say so. */
export class IncidentLinks {
  private readonly accounts: readonly SubjectAccount[];
  private readonly broken = new Set<string>();

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
    this.accounts = options.accounts.map(account => this.guarded(account));
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

  /** A module that cannot read what an author wrote must not stop the reading of the whole catalog. */
  private guarded(account: SubjectAccount): SubjectAccount {
    const { name, provider } = account;
    const subjectsOf: typeof provider.subjectsOf = annotations => {
      try {
        return provider.subjectsOf(annotations);
      } catch (error) {
        if (!this.broken.has(name)) {
          this.broken.add(name);
          this.options.logger.error(
            `The account "${name}" cannot read annotations`,
            error as Error,
          );
        }
        return [];
      }
    };
    return { ...account, provider: { kinds: provider.kinds, subjectsOf } };
  }
}
