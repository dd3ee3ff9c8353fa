import { Tier, TierContract } from '../../tier';
import {
  CheckDefinition,
  LevelDefinition,
  ScorecardDefinition,
} from '../scorecard';

/** What is set on one check; what is absent stays, `null` takes away. @public */
export interface CheckChange
  extends Partial<Omit<CheckDefinition, 'id' | 'when' | 'enforceFrom'>> {
  readonly id: string;
  readonly when?: string | null;
  readonly enforceFrom?: string | null;
}

/** Changes to a scorecard. @public */
export interface ScorecardChanges {
  /** The whole ladder instead of the one there is. */
  readonly levels?: readonly LevelDefinition[];
  readonly checks?: readonly CheckChange[];
  readonly add?: readonly CheckDefinition[];
  /** Ids of checks. */
  readonly remove?: readonly string[];
}

function changed(
  check: CheckDefinition,
  change: CheckChange | undefined,
): CheckDefinition {
  const merged = Object.entries({ ...check, ...change }).filter(
    ([, value]) => value !== null && value !== undefined && value !== false,
  );
  return Object.fromEntries(merged) as unknown as CheckDefinition;
}

/** Ids in the changes that the scorecard does not have, with their paths. @public */
export function unknownChecks(
  definition: ScorecardDefinition,
  { checks = [], remove = [] }: ScorecardChanges,
): { readonly path: string; readonly id: string }[] {
  const known = new Set(definition.checks.map(({ id }) => id));
  return [
    ...checks.map(({ id }, index) => ({ path: `checks[${index}].id`, id })),
    ...remove.map((id, index) => ({ path: `remove[${index}]`, id })),
  ].filter(({ id }) => !known.has(id));
}

/** A scorecard with changes made to it; the one given stays as it is. @public */
export function changeScorecard(
  definition: ScorecardDefinition,
  changes: ScorecardChanges,
): ScorecardDefinition {
  const { levels, checks = [], add = [], remove = [] } = changes;
  const byId = new Map(checks.map(change => [change.id, change]));
  return {
    ...definition,
    levels: levels ?? definition.levels,
    checks: [
      ...definition.checks
        .filter(({ id }) => !remove.includes(id))
        .map(check => changed(check, byId.get(check.id))),
      ...add,
    ],
  };
}

/** Tiers with other contracts, by the id of the tier. @public */
export const changeTiers = (
  tiers: readonly Tier[],
  contracts: Readonly<Record<string, TierContract>>,
): Tier[] =>
  tiers.map(tier => ({
    ...tier,
    contract: contracts[tier.id] ?? tier.contract,
  }));
