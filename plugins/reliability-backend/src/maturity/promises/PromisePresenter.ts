import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  PromiseSummary,
  Tier,
  TierHonestyItem,
  TierProposalItem,
  TierReasonItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Access } from '../../access/Access';
import {
  nodeItem,
  PromiseRecord,
  RecordNode,
  RecordReason,
  tierItem,
} from './promiseRecord';

/** Whether a reader may see something that a service depends on. */
export type CanSee = (node: Pick<RecordNode, 'entityRef'>) => boolean;

/** Every node that a record names and that is no service here. */
const othersIn = ({ promise }: PromiseRecord): string[] =>
  promise.dependencies
    .filter(({ isService }) => !isService)
    .map(({ entityRef }) => entityRef);

/** Records as one reader may see them: what is hidden is counted, and never named. */
export class PromisePresenter {
  constructor(
    private readonly options: {
      readonly access: Access;
      readonly config: { readonly tiers: readonly Tier[] };
    },
  ) {}

  /** What of all that some records name a reader may see; with one question for what is no service. */
  async canSee(
    records: readonly PromiseRecord[],
    credentials: BackstageCredentials,
  ): Promise<CanSee> {
    const { access } = this.options;
    const visible = await access.visibleRefs(credentials);
    if (!visible) return () => true;
    const others = records.flatMap(othersIn);
    const allowed =
      others.length === 0
        ? []
        : await access.allowedAmong(
            catalogEntityReadPermission,
            credentials,
            others,
          );
    const seen = new Set([...visible, ...allowed]);
    return ({ entityRef }) => seen.has(entityRef);
  }

  honesty(record: PromiseRecord, canSee: CanSee): TierHonestyItem {
    const seen = record.inversions.filter(each => canSee(each.dependency));
    return {
      service: record.service,
      inversions: seen.map(({ dependency, via }) => ({
        dependency: nodeItem(dependency),
        via: via.map(entityRef => (canSee({ entityRef }) ? entityRef : null)),
      })),
      hiddenInversions: record.inversions.length - seen.length,
      proposal: this.proposal(record, canSee),
    };
  }

  promise({ promise }: PromiseRecord, canSee: CanSee): PromiseSummary {
    const seen = promise.dependencies.filter(canSee);
    return {
      ...promise,
      dependencies: seen,
      hiddenDependencies: promise.dependencies.length - seen.length,
    };
  }

  private proposal(
    { proposal }: PromiseRecord,
    canSee: CanSee,
  ): TierProposalItem | null {
    if (!proposal) return null;
    const { rank, direction, confidence, reasons } = proposal;
    return {
      tier: this.tierOf(rank),
      direction,
      confidence,
      reasons: reasons.map(reason => this.reason(reason, canSee)),
    };
  }

  private reason(
    { rank, examples, ...reason }: RecordReason,
    canSee: CanSee,
  ): TierReasonItem {
    const tier = this.tierOf(rank);
    return reason.kind === 'dependents'
      ? {
          ...reason,
          tier,
          examples: examples.filter(canSee).map(nodeItem),
        }
      : { ...reason, tier };
  }

  private tierOf(rank: number) {
    return tierItem(this.options.config.tiers[rank]);
  }
}
