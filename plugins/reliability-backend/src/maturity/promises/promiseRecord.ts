import {
  PromiseDependencyItem,
  PromiseNodeItem,
  PromiseServiceItem,
  PromiseStanding,
  Tier,
  TierProposal,
  TierReason,
  UNTIERED,
} from '@plimsoll/backstage-plugin-reliability-common';

type TierItem = PromiseNodeItem['tier'];

/** A dependency as anybody's; who asks may not see all of them. */
export interface RecordNode extends PromiseNodeItem {
  /** Whether it is a service here; others are asked for in the catalog. */
  readonly isService: boolean;
}

/** A reason with the services that stand for it. */
export type RecordReason = TierReason & {
  readonly examples: readonly RecordNode[];
};

/** Everything that is worked out about a service, as stored. */
export interface PromiseRecord {
  readonly service: PromiseServiceItem;
  readonly inversions: readonly {
    readonly dependency: RecordNode;
    /** Entity references. */
    readonly via: readonly string[];
  }[];
  readonly proposal:
    | (Omit<TierProposal, 'reasons'> & {
        readonly reasons: readonly RecordReason[];
      })
    | null;
  readonly promise: PromiseStanding & {
    readonly dependencies: readonly (RecordNode & PromiseDependencyItem)[];
    readonly softDependencies: number;
  };
}

/** A tier as it is answered. */
export const tierItem = (tier: Tier | undefined): TierItem =>
  tier
    ? { id: tier.id, name: tier.name, rank: tier.rank }
    : { id: UNTIERED, name: 'Untiered', rank: null };

/** A dependency as it is answered. */
export const nodeItem = ({
  entityRef,
  title,
  tier,
}: RecordNode): PromiseNodeItem => ({ entityRef, title, tier });
