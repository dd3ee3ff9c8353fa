import { FactGroup, Facts } from '../../facts';
import { READINESS } from '../../facts/readinessCatalogue';
import { GATE } from './gateFactCatalogue';
import { GateBudget, leftWithGivenBack } from './givenBack';
import { isOneOfWords } from './policy';

/** Share of a budget that one incident must not take without a postmortem: a fifth, as in Google's error budget policy. */
const BIG_SPEND = 0.2;

/** What facts of the load line are made of. Times are milliseconds since the epoch. @public */
export interface GateFactInput {
  /** Of the service, as for checks: their times are those of what follows from them. */
  readonly facts: Facts;
  /** Of its SLOs with data, each objective. */
  readonly budgets: readonly GateBudget[];
  readonly exemptCauses: readonly string[];
  /** Severities of open incidents; null: nobody set one. */
  readonly openSeverities: readonly (number | null)[];
  /** Pages of the last 7 days. */
  readonly pages7d: number;
  /** Whether a scorecard is for it. */
  readonly assessed: boolean;
  /** Absent: not assessed yet. */
  readonly assessment?: { readonly level: number; readonly at: number };
  readonly exemptions: number;
  readonly now: number;
}

const wholePercent = (share: number) => Math.floor(share * 100 + 1e-6);

/** The group of facts that holds one of them: what is made of it is as old as that. */
const holding = (facts: Facts, root: string, member: string) =>
  facts.find(
    group => group.root === root && Object.hasOwn(group.values, member),
  );

const likewise = ({ source, at, expiresAt }: FactGroup) => ({
  root: GATE,
  source,
  at,
  ...(expiresAt !== undefined && { expiresAt }),
});

function worstOf(
  budgets: readonly GateBudget[],
  lefts: readonly number[],
): FactGroup['values'] {
  if (budgets.length === 0) return {};
  const least = Math.min(...lefts);
  const budgetLeft = wholePercent(least);
  return {
    budgetLeft,
    budgetSpent: 100 - budgetLeft,
    worstSlo: budgets[lefts.indexOf(least)].sloTitle,
  };
}

function budgetFacts({ facts, budgets, exemptCauses }: GateFactInput) {
  const evaluated = holding(facts, 'slo', 'withData');
  if (!evaluated) return [];
  const lefts = budgets.map(budget => leftWithGivenBack(budget, exemptCauses));
  const given = budgets.map((budget, index) => lefts[index] - budget.left);
  const spends = budgets
    .flatMap(budget => budget.spends)
    .filter(({ cause }) => !isOneOfWords(cause, exemptCauses));
  const unlearned = spends.filter(
    ({ share, postmortemPublished }) =>
      share > BIG_SPEND && !postmortemPublished,
  );
  return [
    {
      ...likewise(evaluated),
      values: {
        ...worstOf(budgets, lefts),
        givenBack: wholePercent(Math.max(0, ...given)),
        largestSpend: wholePercent(
          Math.max(0, ...spends.map(({ share }) => share)),
        ),
        unlearnedSpends: new Set(unlearned.map(({ incidentId }) => incidentId))
          .size,
      },
    },
  ];
}

function incidentFactsOfGate({
  facts,
  openSeverities,
  pages7d,
}: GateFactInput) {
  const counted = holding(facts, 'incidents', 'open');
  if (!counted) return [];
  const of = (level: number | null) =>
    openSeverities.filter(severity => severity === level).length;
  const values = {
    openSev1: of(1),
    openSev2: of(2),
    openUnrated: of(null),
    pages7d,
  };
  return [{ ...likewise(counted), values }];
}

type Checklist = Readonly<
  Partial<Record<'requiredTotal' | 'requiredMissing' | 'contested', number>> & {
    applies?: boolean;
  }
>;

function readinessFactsOfGate({ facts }: GateFactInput): FactGroup[] {
  const groups = facts.filter(({ root }) => root === READINESS);
  if (groups.length === 0) return [];
  const applying = groups
    .flatMap(({ values }) => Object.values(values) as unknown as Checklist[])
    .filter(({ applies }) => applies);
  const sum = (name: 'requiredTotal' | 'requiredMissing' | 'contested') =>
    applying.reduce((total, checklist) => total + (checklist[name] ?? 0), 0);
  return [
    {
      root: GATE,
      source: READINESS,
      at: Math.max(...groups.map(({ at }) => at)),
      values: {
        checklists: applying.length,
        requiredTotal: sum('requiredTotal'),
        requiredMissing: sum('requiredMissing'),
        contested: sum('contested'),
      },
    },
  ];
}

function maturityFactsOfGate(input: GateFactInput): FactGroup[] {
  const { assessed, assessment, exemptions, now } = input;
  return [
    {
      root: GATE,
      source: 'maturity',
      at: assessment?.at ?? now,
      values: {
        assessed,
        ...(assessment && { level: assessment.level }),
        exemptions,
      },
    },
  ];
}

/**
 * Facts that only the load line has; in CEL `gate.budgetLeft`. What follows from facts of SLOs or incidents is as
 * old as they are, goes stale with them, and is absent where they are.
 *
 * @public
 */
export function gateFacts(input: GateFactInput): FactGroup[] {
  return [
    ...budgetFacts(input),
    ...incidentFactsOfGate(input),
    ...readinessFactsOfGate(input),
    ...maturityFactsOfGate(input),
  ];
}
