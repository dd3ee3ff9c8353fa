import { FactGroup } from '../facts';
import { READINESS } from '../facts/readinessCatalogue';
import { ChecklistAssessment } from './assessChecklist';

/** The last sign-off of a phase, as facts need it. Times are milliseconds since the epoch. @public */
export interface PhaseSignOff {
  readonly checklistId: string;
  readonly phaseId: string;
  readonly approvedAt: number;
  /** Whether it holds still; see {@link signOffStatus}. */
  readonly valid: boolean;
  readonly validUntil?: number;
}

const DAY = 24 * 60 * 60 * 1000;

function signOffValues(
  { checklistId, phases }: ChecklistAssessment,
  signOffs: readonly PhaseSignOff[],
  now: number,
) {
  const asked = phases.filter(({ counts }) => counts.requiredTotal > 0);
  const found = signOffs.filter(
    signOff =>
      signOff.checklistId === checklistId &&
      phases.some(({ id }) => id === signOff.phaseId),
  );
  const covers = (some: readonly PhaseSignOff[]) =>
    some.length > 0 &&
    asked.every(({ id }) => some.some(({ phaseId }) => phaseId === id));
  const valid = found.filter(signOff => signOff.valid);
  const oldest = found.reduce(
    (soonest, { approvedAt }) => Math.min(soonest, approvedAt),
    Infinity,
  );
  return {
    signedOff: covers(found),
    signedOffValid: covers(valid),
    signedOffPhases: phases
      .map(({ id }) => id)
      .filter(id => valid.some(({ phaseId }) => phaseId === id)),
    ...(found.length > 0 && {
      signedOffAgeDays: Math.max(0, Math.floor((now - oldest) / DAY)),
    }),
  };
}

/** When what was known last changed, the sign-offs included. */
function latest(
  { checklistId, changedAt }: ChecklistAssessment,
  signOffs: readonly PhaseSignOff[],
  now: number,
): number {
  return signOffs
    .filter(signOff => signOff.checklistId === checklistId)
    .flatMap(({ approvedAt, validUntil }) => [approvedAt, validUntil ?? 0])
    .filter(time => time <= now)
    .reduce((one, other) => Math.max(one, other), changedAt);
}

/**
 * Facts about the checklists of one service, one group for each; of one that is not for it only that; in CEL
 * `readiness["<checklist>"].progress`. A phase in which nothing is required needs no sign-off;
 * where that is every phase, one sign-off of any will do.
 *
 * @param signOffs - the last one of each phase
 * @param now - milliseconds since the epoch
 *
 * @public
 */
export function readinessFacts(
  assessments: readonly ChecklistAssessment[],
  signOffs: readonly PhaseSignOff[],
  now: number,
): FactGroup[] {
  return assessments.map(assessment => {
    const { checklistId, applies, counts } = assessment;
    const { progress, ...numbers } = counts;
    const values = applies
      ? {
          applies,
          progress: progress / 10,
          ...numbers,
          requiredMissing: counts.requiredTotal - counts.requiredMet,
          ...signOffValues(assessment, signOffs, now),
        }
      : { applies };
    return {
      root: READINESS,
      source: READINESS,
      at: latest(assessment, signOffs, now),
      values: { [checklistId]: values },
    };
  });
}

/**
 * When sign-offs alone change a fact: one ends, or is a day older.
 *
 * @public
 */
export function nextSignOffChange(
  signOffs: readonly PhaseSignOff[],
  now: number,
): number | undefined {
  const times = signOffs
    .flatMap(({ approvedAt, validUntil }) => [
      approvedAt + (Math.floor((now - approvedAt) / DAY) + 1) * DAY,
      ...(validUntil === undefined ? [] : [validUntil]),
    ])
    .filter(time => time > now);
  return times.length > 0
    ? times.reduce((soonest, time) => Math.min(soonest, time))
    : undefined;
}
