import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  decidedExemptionState,
  decideExemptionSchema,
  ExemptionDecision,
  exemptionDeciderProblem,
  exemptionStateAt,
  isExemptionDecidable,
  reliabilityExemptionDecidePermission,
  reliabilityExemptionRequestPermission,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { Access } from '../../access/Access';
import { nameOf } from '../../access/nameOf';
import { ReliabilityConfig } from '../../config/config';
import { isoTime } from '../../database/dates';
import { ExemptionRecord, StoredExemption } from './exemptionRow';

export type DecisionCommand = z.output<typeof decideExemptionSchema>;

/**
 * Whoever asked may withdraw, and whoever may ask; only those with the permission decide, and nobody approves what
 * they asked for.
 *
 * @throws NotAllowedError
 */
export async function requireMayDecide(
  { entityRef, requestedBy }: StoredExemption,
  decision: ExemptionDecision,
  credentials: BackstageCredentials,
  options: {
    readonly access: Access;
    readonly auth: AuthService;
    readonly config: Pick<ReliabilityConfig, 'exemptionRules'>;
  },
): Promise<void> {
  const { access, auth, config } = options;
  const name = nameOf(credentials);
  const withdraws = decision === 'withdraw';
  if (withdraws && requestedBy === name) return;
  await access.requireOn(
    withdraws
      ? reliabilityExemptionRequestPermission
      : reliabilityExemptionDecidePermission,
    credentials,
    entityRef,
  );
  const problem = exemptionDeciderProblem(requestedBy, decision, {
    name,
    isPerson: auth.isPrincipal(credentials, 'user'),
    machinesMayApprove: config.exemptionRules.allowMachines,
  });
  if (problem) throw new NotAllowedError(problem);
}

/** Whether it is what the same caller has decided already. */
export const isSameDecision = (
  current: StoredExemption,
  { decision, note, version }: DecisionCommand,
  by: string,
): boolean =>
  current.version === version + 1 &&
  current.state === decidedExemptionState[decision] &&
  current.decidedBy === by &&
  current.note === note;

const lastWords = ({ state, decidedBy, decidedAt }: ExemptionRecord) =>
  decidedBy && decidedAt !== undefined
    ? `it was ${state} by ${decidedBy} at ${isoTime(decidedAt)}`
    : 'nobody has decided on it';

/** @throws ConflictError when it is not as it was read, or its state leaves no room for the decision */
export function requireDecidable(
  current: StoredExemption,
  { decision, version }: DecisionCommand,
  now: number,
): void {
  if (current.version !== version) {
    throw new ConflictError(
      `The exemption changed since you read it: ${lastWords(current)}`,
    );
  }
  if (isExemptionDecidable(current, decision, now)) return;
  const over =
    exemptionStateAt(current, now) === 'expired'
      ? `it was over at ${isoTime(current.endsAt)}`
      : lastWords(current);
  throw new ConflictError(`There is nothing to ${decision}: ${over}`);
}
