import {
  cyclesOf,
  DependencyEdge,
  promiseOf,
  proposeTier,
  Tier,
  TierInversion,
  tierInversions,
  TierReason,
} from '@plimsoll/backstage-plugin-reliability-common';
import { groupBy } from '../../database/groupBy';
import { GraphService, PromiseGraph } from './PromiseGraphReader';
import { PromiseRecord, RecordNode, tierItem } from './promiseRecord';

/** Services that stand for a reason; the rest is a number. */
const MAX_EXAMPLES = 5;

/** A service may have any number of them; beyond these they help nobody. */
const MAX_INVERSIONS = 50;

const NO_INCIDENTS = { sev1: 0, sev2: 0, pages: 0 };

/** The number of the cycle that each service is in. */
function cycleNumbers({ services, edges }: PromiseGraph): Map<string, number> {
  const hard = edges.filter(edge => edge.hard);
  const targets = new Map(
    [...groupBy(hard, ({ from }) => from)].map(([from, out]) => [
      from,
      new Set(out.map(({ to }) => to)),
    ]),
  );
  return new Map(
    cyclesOf([...services.keys()], targets).flatMap((members, number) =>
      members.map((member): [string, number] => [member, number]),
    ),
  );
}

/**
 * Works out what is stored of a service, from the graph as a whole.
 *
 * @returns for a reference what is found, each time anew; undefined where it is no service
 */
export function workOutPromises(
  graph: PromiseGraph,
  tiers: readonly Tier[],
): (entityRef: string) => PromiseRecord | undefined {
  const { services, edges, targets } = graph;
  const out = groupBy(edges, ({ from }) => from);
  const needed = groupBy(
    edges.filter(({ hard }) => hard),
    ({ to }) => to,
  );
  const cycles = cycleNumbers(graph);
  const inversions = tierInversions(
    [...services.values()].map(({ entityRef, tier }) => ({
      entityRef,
      rank: tier?.rank ?? null,
    })),
    edges,
  );

  const nodeOf = (entityRef: string): RecordNode => {
    const service = services.get(entityRef);
    return {
      entityRef,
      title: service?.title ?? entityRef.split('/')[1] ?? entityRef,
      tier: tierItem(service?.tier),
      isService: service !== undefined,
    };
  };

  const dependentsOf = (entityRef: string): GraphService[] =>
    (needed.get(entityRef) ?? []).flatMap(({ from }) => {
      const service = services.get(from);
      return service ? [service] : [];
    });

  const proposalOf = ({ entityRef, tier }: GraphService) => {
    const dependents = dependentsOf(entityRef);
    const proposal = proposeTier(
      tier?.rank ?? null,
      {
        ...(graph.incidents.get(entityRef) ?? NO_INCIDENTS),
        dependentRanks: dependents.map(each => each.tier?.rank ?? null),
        target: targets.get(entityRef)?.target ?? null,
      },
      tiers,
    );
    const examplesOf = ({ kind, rank }: TierReason) =>
      kind === 'dependents'
        ? dependents
            .filter(each => each.tier?.rank === rank)
            .slice(0, MAX_EXAMPLES)
            .map(each => nodeOf(each.entityRef))
        : [];
    return proposal
      ? {
          ...proposal,
          reasons: proposal.reasons.map(reason => ({
            ...reason,
            examples: examplesOf(reason),
          })),
        }
      : null;
  };

  const promiseFor = ({ entityRef, tier }: GraphService) => {
    const own: readonly DependencyEdge[] = out.get(entityRef) ?? [];
    const cycle = cycles.get(entityRef);
    const dependencies = own
      .filter(({ hard }) => hard)
      .map(({ to }) => {
        const target = targets.get(to);
        return {
          ...nodeOf(to),
          target: target?.target ?? null,
          sloId: target?.sloId ?? null,
          sloTitle: target?.sloTitle ?? null,
          cyclic: cycle !== undefined && cycles.get(to) === cycle,
        };
      });
    const asked = tier?.contract.sloTarget;
    return {
      ...promiseOf({
        ownTarget: targets.get(entityRef)?.target ?? null,
        tierTarget: asked === undefined ? null : Math.round(asked * 10_000),
        dependencies,
      }),
      dependencies,
      softDependencies: own.length - dependencies.length,
    };
  };

  const inversionOf = ({ dependency, via }: TierInversion) => ({
    dependency: nodeOf(dependency),
    via,
  });

  return ref => {
    const service = services.get(ref);
    if (!service) return undefined;
    const { entityRef, title, owner, tier } = service;
    return {
      service: { entityRef, title, owner, tier: tierItem(tier) },
      inversions: (inversions.get(entityRef) ?? [])
        .slice(0, MAX_INVERSIONS)
        .map(inversionOf),
      proposal: proposalOf(service),
      promise: promiseFor(service),
    };
  };
}
