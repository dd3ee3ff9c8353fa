import {
  changeScorecard,
  type PreviewRequest,
  type ScorecardDefinition,
  type TiersResponse,
} from '@plimsoll/backstage-plugin-reliability-common';

type Tier = TiersResponse['items'][number];
type CheckChange = NonNullable<
  NonNullable<PreviewRequest['changes']>['checks']
>[number];

/** What somebody typed for a check; what is absent is as in force. */
export interface CheckDraft {
  level?: string;
  weight?: string;
  /** Empty: counts at once. */
  enforceFrom?: string;
  planned?: boolean;
  removed?: boolean;
}

/** What somebody typed for a tier; empty: not demanded. */
export interface TierDraft {
  sloTarget?: string;
  rto?: string;
  rpo?: string;
  minResponders?: string;
}

/** Changes that are not put into force. */
export interface Draft {
  checks: Readonly<Record<string, CheckDraft>>;
  tiers: Readonly<Record<string, TierDraft>>;
}

export const emptyDraft: Draft = { checks: {}, tiers: {} };

/** What the fields of a check show. */
export function shownCheck(
  check: ScorecardDefinition['checks'][number],
  draft: CheckDraft = {},
): Required<CheckDraft> {
  return {
    level: check.level,
    weight: String(check.weight),
    // The field takes a date; a time of the day stays as long as nobody touches it.
    enforceFrom: check.enforceFrom?.slice(0, 10) ?? '',
    planned: check.planned ?? false,
    removed: false,
    ...draft,
  };
}

/** What the fields of a tier show. */
export function shownTier(
  { contract }: Pick<Tier, 'contract'>,
  draft: TierDraft = {},
): Required<TierDraft> {
  return {
    sloTarget: contract.sloTarget?.toString() ?? '',
    rto: contract.rto ?? '',
    rpo: contract.rpo ?? '',
    minResponders: contract.oncall?.minResponders?.toString() ?? '',
    ...draft,
  };
}

const same = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b);

/** Whether a check is shown otherwise than it is in force. */
export const isCheckChanged = (
  check: ScorecardDefinition['checks'][number],
  draft: CheckDraft | undefined,
) => !same(shownCheck(check), shownCheck(check, draft));

/** Whether a tier is shown otherwise than it is in force. */
export const isTierChanged = (tier: Tier, draft: TierDraft | undefined) =>
  !same(shownTier(tier), shownTier(tier, draft));

/** What is wrong with a draft, if anything. */
export type DraftFault = 'badWeight' | 'badTarget' | 'badResponders';

const isNumber = (text: string) => text.trim() !== '' && isFinite(Number(text));

/** The first thing that could not be sent. */
export function faultOf({ checks, tiers }: Draft): DraftFault | undefined {
  const weights = Object.values(checks).flatMap(({ weight }) => weight ?? []);
  if (weights.some(text => !isNumber(text) || +text < 0 || +text > 1000)) {
    return 'badWeight';
  }
  const filled = (name: 'sloTarget' | 'minResponders') =>
    Object.values(tiers).flatMap(tier => tier[name] || []);
  if (
    filled('sloTarget').some(
      text => !isNumber(text) || +text <= 0 || +text >= 100,
    )
  ) {
    return 'badTarget';
  }
  return filled('minResponders').some(text => !/^[1-9]\d*$/.test(text.trim()))
    ? 'badResponders'
    : undefined;
}

function checkChange(
  check: ScorecardDefinition['checks'][number],
  draft: CheckDraft,
): CheckChange {
  const { level, weight, enforceFrom, planned } = draft;
  const before = shownCheck(check);
  return {
    id: check.id,
    ...(level !== undefined && level !== before.level && { level }),
    ...(weight !== undefined &&
      Number(weight) !== check.weight && { weight: Number(weight) }),
    ...(enforceFrom !== undefined &&
      enforceFrom !== before.enforceFrom && {
        enforceFrom: enforceFrom || null,
      }),
    ...(planned !== undefined && planned !== before.planned && { planned }),
  };
}

function contractOf(tier: Tier, draft: TierDraft): Tier['contract'] {
  const { sloTarget, rto, rpo, minResponders } = shownTier(tier, draft);
  const { oncall = {}, ...contract } = tier.contract;
  return JSON.parse(
    JSON.stringify({
      ...contract,
      sloTarget: sloTarget ? Number(sloTarget) : undefined,
      rto: rto.trim() || undefined,
      rpo: rpo.trim() || undefined,
      oncall: {
        ...oncall,
        minResponders: minResponders ? Number(minResponders) : undefined,
      },
    }),
  );
}

/** How many checks and tiers a draft changes. */
export function countChanges(
  definition: ScorecardDefinition,
  tiers: readonly Tier[],
  draft: Draft,
): number {
  return (
    definition.checks.filter(each =>
      isCheckChanged(each, draft.checks[each.id]),
    ).length +
    tiers.filter(each => isTierChanged(each, draft.tiers[each.id])).length
  );
}

/** The request for a draft that has no fault: only what differs from the rules in force. */
export function requestOf(
  definition: ScorecardDefinition,
  tiers: readonly Tier[],
  draft: Draft,
): PreviewRequest {
  const changed = definition.checks.filter(check =>
    isCheckChanged(check, draft.checks[check.id]),
  );
  const isRemoved = ({ id }: { id: string }) =>
    draft.checks[id]?.removed === true;
  const remove = changed.filter(isRemoved).map(({ id }) => id);
  const checks = changed
    .filter(check => !isRemoved(check))
    .map(check => checkChange(check, draft.checks[check.id]));
  // A level that loses its last check is left out with it, for it could never be attained.
  const rest = changeScorecard(definition, {
    checks: checks as Parameters<typeof changeScorecard>[1]['checks'],
    remove,
  });
  const levels = rest.levels.filter(
    ({ id, minScore }) =>
      minScore !== undefined || rest.checks.some(({ level }) => level === id),
  );
  const dropped = levels.length < definition.levels.length;
  const contracts = tiers.filter(tier =>
    isTierChanged(tier, draft.tiers[tier.id]),
  );
  return {
    scorecard: definition.id,
    changes: {
      ...(dropped && { levels: [...levels] }),
      ...(checks.length > 0 && { checks }),
      ...(remove.length > 0 && { remove }),
    },
    ...(contracts.length > 0 && {
      tiers: Object.fromEntries(
        contracts.map(tier => [
          tier.id,
          contractOf(tier, draft.tiers[tier.id]),
        ]),
      ),
    }),
  };
}
