import {
  indicatorsOf,
  Sli,
  Slo,
  SloCorrection,
  sloOutlook,
  SloQuery,
  SloResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { isoOrNull, isoTime } from '../database/dates';
import { StoredCorrection } from './CorrectionStore';
import { LoadedSlo } from './loadedSlo';
import { presentEvaluation } from './presentEvaluation';
import { presentLine } from './presentLine';
import { SloFile } from './sloFileRow';
import { SloLine } from './sloListRow';
import { WholeSloState } from './sloState';

type QueryItem = SloResponse['queries'][number];

/** A closed day of the worst objective. */
export interface OutlookRow {
  readonly day: string;
  readonly bad: number | null;
}

/** Everything that is told of one SLO. */
export interface SloView {
  readonly line: SloLine;
  readonly loaded: LoadedSlo;
  readonly state?: WholeSloState;
  /** Closed days of the worst objective in its window, oldest first. */
  readonly days: readonly OutlookRow[];
  readonly corrections: readonly StoredCorrection[];
  readonly file?: SloFile;
  readonly hasRules: boolean;
  readonly mayCorrect: boolean;
}

const presentCorrection = (correction: StoredCorrection): SloCorrection => ({
  id: correction.id,
  from: isoTime(correction.from),
  to: isoTime(correction.to),
  reason: correction.reason,
  by: correction.by,
  at: isoTime(correction.at),
});

/** One SLO as its page shows it. */
export function presentSlo(
  view: SloView,
  nameOfTier: (id: string) => string,
): SloResponse {
  const { line, loaded, state, file } = view;
  const { slo } = loaded;
  const evaluation = state?.evaluation ?? undefined;
  return {
    ...presentLine(line, nameOfTier),
    description: slo.description,
    labels: Object.fromEntries(
      Object.entries(slo.labels).map(([name, values]) => [name, [...values]]),
    ),
    composite: slo.composite ? { ...slo.composite } : null,
    coverage: evaluation?.coverage ?? null,
    newestSampleAt: isoOrNull(evaluation?.newestSampleAt),
    mode: evaluation?.mode ?? null,
    queries: queriesOf(slo),
    sentQueries: [...(evaluation?.queries ?? [])],
    warnings: [...(evaluation?.warnings ?? [])],
    evaluations: (evaluation?.objectives ?? []).map(presentEvaluation),
    outlook: outlookOf(view),
    routes: slo.routes.map(({ name, target, description = '' }) => ({
      name,
      target,
      description,
    })),
    runbook: slo.options.runbook ?? null,
    reviewedOn: slo.options.reviewedOn ?? null,
    corrections: view.corrections.map(presentCorrection),
    drift: view.hasRules ? driftOf(state) : null,
    hasRules: view.hasRules,
    file: loaded.file,
    fileUrl: file?.url ?? null,
    mayCorrect: view.mayCorrect,
  };
}

function driftOf(state: WholeSloState | undefined): SloResponse['drift'] {
  return {
    state: state?.drift?.state ?? 'unknown',
    differences: (state?.drift?.differences ?? []).map(each => ({ ...each })),
    checkedAt: isoOrNull(state?.driftAt),
  };
}

function outlookOf({ loaded, state, days }: SloView): SloResponse['outlook'] {
  const evaluation = state?.evaluation;
  const objective = evaluation?.objectives.find(
    ({ id }) => id === evaluation.worst,
  );
  if (!evaluation || !objective) return null;
  const { rollsOff, backAboveZeroOn } = sloOutlook({
    days,
    objective,
    window: loaded.slo.window,
    burn: objective.burns.find(({ window }) => window === '6h')?.rate ?? null,
    at: evaluation.at,
  });
  return { rollsOff: rollsOff && { ...rollsOff }, backAboveZeroOn };
}

/** The queries of an SLO; those that all objectives share are told once. */
export function queriesOf(slo: Pick<Slo, 'objectives'>): QueryItem[] {
  const indicators = indicatorsOf(slo);
  return indicators.flatMap(({ indicator, objectiveIds }) =>
    objectiveIds.slice(0, indicators.length === 1 ? 1 : undefined).flatMap(id =>
      rolesOf(indicator.sli).map(([role, query]) => ({
        role,
        objective: indicators.length === 1 ? null : id,
        source: query.source,
        written: textOf(query),
      })),
    ),
  );
}

function rolesOf(sli: Sli): [QueryItem['role'], SloQuery][] {
  if (sli.kind !== 'ratio') {
    return [[sli.kind, sli.query]];
  }
  const roles: [QueryItem['role'], SloQuery | undefined][] = [
    ['good', sli.good],
    ['bad', sli.bad],
    ['total', sli.total],
  ];
  return roles.flatMap(([role, query]): [QueryItem['role'], SloQuery][] =>
    query ? [[role, query]] : [],
  );
}

/** The query itself where the source has one text for it; otherwise all its members. */
function textOf({ spec }: SloQuery): string {
  const members = Object.entries(spec);
  if (members.length === 0) return '';
  const [[, value]] = members;
  return members.length === 1 && typeof value === 'string'
    ? value
    : JSON.stringify(spec);
}
