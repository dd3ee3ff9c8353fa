import { ConflictError, InputError } from '@backstage/errors';
import {
  CompiledScorecard,
  exemptionEnd,
  exemptionStateAt,
  exemptionEndProblem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ReliabilityConfig } from '../../config/config';
import { isoTime } from '../../database/dates';
import { ExemptionKey, ExemptionRecord, StoredExemption } from './exemptionRow';

/** What somebody asks for. */
export interface ExemptionAsked extends ExemptionKey {
  readonly reason: string;
  readonly until: string;
  readonly renews?: string;
}

/** @throws InputError when there is no such scorecard, or no such check in it */
export function requireCheck(
  scorecards: readonly CompiledScorecard[],
  { scorecardId, checkId }: Pick<ExemptionKey, 'scorecardId' | 'checkId'>,
): CompiledScorecard {
  const scorecard = scorecards.find(
    ({ definition }) => definition.id === scorecardId,
  );
  if (!scorecard) {
    const known = scorecards.map(({ definition }) => definition.id);
    throw new InputError(
      `scorecard: there is no scorecard "${scorecardId}", only ${known.join(
        ', ',
      )}`,
    );
  }
  const { checks, title } = scorecard.definition;
  if (!checks.some(({ id }) => id === checkId)) {
    throw new InputError(
      `check: there is no check "${checkId}" in the scorecard ${title}, only ${checks
        .map(({ id }) => id)
        .join(', ')}`,
    );
  }
  return scorecard;
}

/** @throws InputError when the end is over or too far away */
export function requireEnd(
  until: string,
  now: number,
  { exemptionRules }: Pick<ReliabilityConfig, 'exemptionRules'>,
): void {
  const problem = exemptionEndProblem(until, now, exemptionRules.maxDurationMs);
  if (problem) throw new InputError(`until: ${problem}`);
}

/** Whether it is what somebody has asked for already. */
export const isSameRequest = (
  known: StoredExemption,
  asked: ExemptionAsked,
  by: string,
): boolean =>
  known.requestedBy === by &&
  known.reason === asked.reason &&
  known.until === asked.until &&
  known.renews === asked.renews;

const isRenewalOf = (
  exemption: ExemptionRecord,
  asked: Pick<ExemptionAsked, 'renews'>,
) => asked.renews === exemption.id;

/**
 * Lets a request pass beside what waits or is in force for the same check: nothing, or the one that it renews.
 *
 * @throws ConflictError that names what is in its way
 */
export function requireRoom(
  open: readonly ExemptionRecord[],
  asked: Pick<ExemptionAsked, 'checkId' | 'renews'>,
): void {
  for (const other of open) {
    if (other.state === 'requested') {
      throw new ConflictError(
        `${other.requestedBy} asked for an exemption from "${
          asked.checkId
        }" at ${isoTime(other.requestedAt ?? 0)} already (${
          other.id
        }); it waits for a decision`,
      );
    }
    if (!isRenewalOf(other, asked)) {
      throw new ConflictError(
        `The service is exempt from "${asked.checkId}" until ${other.until} already (${other.id}, approved by ${other.decidedBy}); ask for a renewal of it`,
      );
    }
  }
}

/** @throws InputError when it cannot be gone on with */
export function requireRenewable(
  old: ExemptionRecord | undefined,
  asked: ExemptionAsked,
  now: number,
): void {
  const isOfCheck =
    old &&
    old.entityRef === asked.entityRef &&
    old.scorecardId === asked.scorecardId &&
    old.checkId === asked.checkId;
  if (!isOfCheck || old.state !== 'approved') {
    throw new InputError(
      `renews: there is no approved exemption "${asked.renews}" from this check of the service`,
    );
  }
  if (old.renewedBy) {
    throw new InputError(
      `renews: it was renewed already, by "${old.renewedBy}"`,
    );
  }
  const isInForce = exemptionStateAt(old, now) === 'approved';
  if (isInForce && exemptionEnd(asked) <= old.endsAt) {
    throw new InputError(
      `until: it has to end later than the one that it renews, which ends ${old.until}`,
    );
  }
}
