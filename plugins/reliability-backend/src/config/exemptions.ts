import { Duration } from 'luxon';
import { z } from 'zod';
import { durationBetween } from './durations';

/** How exemptions are granted in the portal. */
export const exemptionRulesConfigSchema = z.strictObject({
  maxDuration: durationBetween('P1D', 'P2Y').default('P180D'),
  allowMachines: z.boolean().default(false),
});

/** The rules by which exemptions are granted in the portal. */
export interface ExemptionRulesConfig {
  /** From the request on, and again from the approval on. */
  readonly maxDurationMs: number;
  /** ISO 8601 */
  readonly maxDuration: string;
  /** Whether a machine may approve, which nobody answers for. */
  readonly allowMachines: boolean;
}

/** The section `exemptionRules`, after its schema. */
export const readExemptionRules = (
  raw: z.output<typeof exemptionRulesConfigSchema>,
): ExemptionRulesConfig => ({
  ...raw,
  maxDurationMs: Duration.fromISO(raw.maxDuration).toMillis(),
});
