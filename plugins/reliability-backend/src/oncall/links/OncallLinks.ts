import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { Annotations } from '../../catalog/annotationRefs';
import { guardedReading } from '../../catalog/guardedReading';
import { ServiceProjection } from '../../catalog/projectEntity';
import { DeclaredLinks } from './DeclaredLinks';
import { namingAnnotations } from './knownAnnotations';
import { LinkAccount } from './LinkAccount';
import { nameRotations } from './nameRotations';
import { NamedRotations, Places } from './rotationLink';

export interface OncallLinksOptions {
  /** Those configured and the static one. */
  readonly accounts: readonly LinkAccount[];
  readonly stores: { readonly declaredLinks: DeclaredLinks };
  readonly logger: LoggerService;
}

/** Keeps the rotations of services in step with the annotations that name them. */
export class OncallLinks {
  private readonly accounts: readonly LinkAccount[];

  constructor(private readonly options: OncallLinksOptions) {
    const guarded = guardedReading(options.logger);
    this.accounts = options.accounts.map(({ provider, ...account }) => ({
      ...account,
      provider: {
        kinds: provider.kinds,
        rotationsOf: guarded(account.name, each => provider.rotationsOf(each)),
      },
    }));
  }

  /** The annotations that have a say in which rotations are named. */
  readonly namingOf = (annotations: Annotations): Annotations =>
    namingAnnotations(annotations, this.accounts);

  /** The rotations of a service; undefined where nothing names any. */
  of(places: Places): NamedRotations | undefined {
    const named = nameRotations(places, this.accounts);
    return named.links.length + named.problems.length > 0 ? named : undefined;
  }

  /** Notes which rotations services have; a rotation that a service did not have yet is due at once. */
  async declare(
    tx: Knex.Transaction,
    services: readonly Pick<ServiceProjection, 'entityRef' | 'oncall'>[],
    now: number,
  ): Promise<void> {
    const { declaredLinks } = this.options.stores;
    await declaredLinks.declare(tx, services, now);
  }

  /** Takes the links of services away that left. */
  async forget(
    tx: Knex.Transaction,
    refs: readonly string[],
    now: number,
  ): Promise<void> {
    await this.options.stores.declaredLinks.forget(tx, refs, now);
  }
}
