import {
  CompiledScorecard,
  listRisksQuerySchema,
  RiskDegrees,
  RiskState,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { matchesScope, narrows, ScopeFilter } from '../KpiScopes';
import { DerivedRisk } from './DerivedRisks';
import { isOverdue } from './presentRisk';
import { RiskCheck, StoredRisk } from './riskRow';
import {
  isOfCompany,
  SeenRisk,
  servicesOf,
  ServicesByRef,
} from './riskVisibility';

export type RisksCommand = z.output<typeof listRisksQuerySchema>;

/** One line of the register before it is presented. */
export interface RiskLine extends RiskDegrees {
  readonly written?: SeenRisk;
  readonly derived?: DerivedRisk;
  /** What somebody wrote of a derived one. */
  readonly owned?: StoredRisk;
  readonly state: RiskState;
  readonly overdue: boolean;
}

const keyOf = ({ scorecard, check, entityRef }: RiskCheck) =>
  `${scorecard}/${check}/${entityRef}`;

/** What the register is made of, as one reader may see it. */
export interface RiskMaterial {
  readonly scorecard: CompiledScorecard;
  /** The worst first. */
  readonly derived: readonly DerivedRisk[];
  readonly written: readonly SeenRisk[];
  readonly today: string;
}

/** Written and derived risks as lines, the worst first, of equals the written; see the parameter `kind` of the route. */
export function riskLines(
  { scorecard, derived, written, today }: RiskMaterial,
  kind: RisksCommand['kind'],
): RiskLine[] {
  const { id, checks } = scorecard.definition;
  const keyOfDerived = ({ index, report }: DerivedRisk) =>
    keyOf({
      scorecard: id,
      check: checks[index].id,
      entityRef: report.entityRef,
    });
  const owners = new Map(
    written.flatMap(({ risk }) =>
      risk.check ? [[keyOf(risk.check), risk] as const] : [],
    ),
  );
  // There may be a hundred thousand, and most registers own few.
  const ownerOf = (each: DerivedRisk) =>
    owners.size === 0 ? undefined : owners.get(keyOfDerived(each));
  const failing = new Map(
    derived.flatMap(each =>
      ownerOf(each) ? [[keyOfDerived(each), each] as const] : [],
    ),
  );
  const ofWritten = [...written].sort(byWorst).map((seen): RiskLine => {
    const { likelihood, impact, state, check } = seen.risk;
    return {
      written: seen,
      derived: check ? failing.get(keyOf(check)) : undefined,
      likelihood,
      impact,
      score: likelihood * impact,
      state,
      overdue: isOverdue(seen.risk, today),
    };
  });
  const ofDerived = derived.map((each): RiskLine => {
    const owned = ownerOf(each);
    const { likelihood, impact, score } = each;
    // Whoever closed it was wrong while the check fails.
    const state = !owned || owned.state === 'closed' ? 'open' : owned.state;
    return {
      derived: each,
      owned,
      likelihood,
      impact,
      score,
      state,
      overdue: owned !== undefined && isOverdue(owned, today),
    };
  });
  const unowned = ({ owned }: RiskLine) => !owned || owned.state === 'closed';
  return {
    written: ofWritten,
    derived: ofDerived,
    all: merged(ofWritten, ofDerived.filter(unowned)),
  }[kind];
}

function byWorst({ risk: one }: SeenRisk, { risk: other }: SeenRisk): number {
  const scoreOf = ({ likelihood, impact }: StoredRisk) => likelihood * impact;
  return scoreOf(other) - scoreOf(one) || (one.id < other.id ? -1 : 1);
}

/** Two lists, each with the worst first, as one. */
function merged(
  written: readonly RiskLine[],
  derived: readonly RiskLine[],
): RiskLine[] {
  if (written.length === 0) return [...derived];
  const lines: RiskLine[] = [];
  let next = 0;
  for (const line of derived) {
    while (written[next]?.score >= line.score) lines.push(written[next++]);
    lines.push(line);
  }
  return [...lines, ...written.slice(next)];
}

/** Whether what somebody wrote is about the services that are asked for; `owner` with all groups below. */
export function concerns(filter: ScopeFilter, services: ServicesByRef) {
  const matches = matchesScope(filter);
  return ({ risk }: SeenRisk): boolean => {
    if (!narrows(filter)) return true;
    const { tier, system, domain, owner } = filter;
    if (owner?.includes(risk.owner) && !tier && !system && !domain) return true;
    if (isOfCompany(risk)) return false;
    return servicesOf(risk, services).some(matches);
  };
}

const DEFAULT_STATES: readonly string[] = ['open', 'mitigated', 'accepted'];

/** Whether a line is asked for, but for its place in the matrix. */
export function isAsked(
  { state = [...DEFAULT_STATES], check, overdue, q }: RisksCommand,
  scorecard: CompiledScorecard,
) {
  const text = q?.trim().toLocaleLowerCase('en-US');
  const { checks } = scorecard.definition;
  const checkOf = ({ written, derived }: RiskLine) => {
    if (!written) return checks[derived!.index].id;
    return written.seesCheck ? written.risk.check?.check : undefined;
  };
  const textOf = ({ written, derived }: RiskLine) =>
    written
      ? [
          written.risk.title,
          ...written.services.flatMap(({ title, entityRef }) => [
            title,
            entityRef,
          ]),
        ]
      : [
          checks[derived!.index].title,
          derived!.report.sortTitle,
          derived!.report.entityRef,
        ];
  return (line: RiskLine): boolean =>
    state.includes(line.state) &&
    (check === undefined || checkOf(line) === check) &&
    (!overdue || line.overdue) &&
    (!text ||
      textOf(line).join('\n').toLocaleLowerCase('en-US').includes(text));
}

/** How many there are at each place, the places that have any. */
export function matrixOf(lines: readonly RiskLine[]) {
  const cells = new Map<number, number>();
  for (const { likelihood, impact } of lines) {
    const cell = likelihood * 10 + impact;
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  return [...cells]
    .sort(([one], [other]) => one - other)
    .map(([cell, count]) => ({
      likelihood: Math.floor(cell / 10),
      impact: cell % 10,
      count,
    }));
}
