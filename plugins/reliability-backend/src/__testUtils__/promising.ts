import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { service } from './entities';
import { Harness } from './harness';
import {
  documents,
  FakeSource,
  openSloPortal,
  sloDocument,
  SloPortal,
} from './slo';

/** A service with a tier and an SLO, and what it names in the catalog: `dependsOn component:default/ledger`. */
export function promising(
  name: string,
  parts: {
    readonly tier?: string;
    /** 0–1. */
    readonly targets?: readonly number[];
    readonly relations?: readonly string[];
    readonly soft?: string;
  } = {},
): { readonly entity: Entity; readonly slos: string } {
  const { tier, targets = [], relations = [], soft } = parts;
  return {
    entity: service(name, {
      metadata: {
        title: name.toUpperCase(),
        annotations: {
          'backstage.io/managed-by-location': `url:https://example.com/${name}/catalog-info.yaml`,
          ...(tier && { 'plimsoll.dev/tier': tier }),
          ...(targets.length > 0 && { 'plimsoll.dev/slo': `${name}.yaml` }),
          ...(soft && { 'plimsoll.dev/soft-dependencies': soft }),
        },
      },
      relations: relations.map(text => {
        const [type, targetRef] = text.split(' ');
        return { type, targetRef };
      }),
    }),
    slos: documents(
      ...targets.map((target, index) =>
        sloDocument(`${name}-${index}`, { target }),
      ),
    ),
  };
}

/** A portal that has read them all. */
export async function openPromisingPortal(
  knex: Knex,
  services: readonly ReturnType<typeof promising>[],
): Promise<SloPortal> {
  const source = new FakeSource();
  const portal = await openSloPortal({
    knex,
    entities: services.map(({ entity }) => entity),
    sources: [source],
  });
  for (const { entity, slos } of services) {
    portal.files.files.set(`${entity.metadata.name}.yaml`, slos);
  }
  await portal.readAll();
  return portal;
}

/** Runs what works out promises, if it is due. */
export async function workOut({ services }: Harness): Promise<void> {
  const { tasks } = services.programme;
  await tasks.find(({ id }) => id === 'reliability-promises')!.run();
}
