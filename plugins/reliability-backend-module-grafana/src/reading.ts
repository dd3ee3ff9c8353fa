import {
  OncallShift,
  OncallWindow,
  RotationKind,
  RotationRef,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  concernsOneRotation,
  ProviderError,
  ProviderPerson,
  RotationFailure,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';

/** What was found out about one rotation. */
export interface Findings {
  readonly title?: string | null;
  readonly url?: string;
  readonly timeZone?: string | null;
  readonly team?: string | null;
  readonly shifts: readonly OncallShift<ProviderPerson>[];
  readonly gaps: RotationReading['gaps'];
  readonly warnings: readonly string[];
  /** Shifts that could not be understood: somebody may be on call of whom nothing is known. */
  readonly unreadable: number;
}

/** The reading of one rotation; with shifts that nobody understands, its gaps cannot be told. */
export function toReading(
  ref: RotationRef,
  window: OncallWindow,
  found: Findings,
): RotationReading {
  const { title, url, timeZone, team, shifts, unreadable } = found;
  return {
    kind: 'reading',
    ref,
    title: title ?? ref.id,
    ...(url && { url }),
    ...(timeZone && { timeZone }),
    ...(team && { team }),
    window,
    shifts,
    gaps: unreadable > 0 ? 'unknown' : found.gaps,
    warnings: [
      ...found.warnings,
      ...(unreadable > 0
        ? [
            `${unreadable} shifts of Grafana could not be understood; who is on call may not be complete`,
          ]
        : []),
    ],
  };
}

const NAMES: Partial<Record<RotationKind, string>> = {
  schedule: 'schedule',
  escalation: 'escalation chain',
};

/** A failure of one rotation; one that was not found is named. */
export function failureOf(
  account: string,
  ref: RotationRef,
  error: ProviderError,
): RotationFailure {
  if (error.failure !== 'not-found') return { kind: 'failure', ref, error };
  const gone = new ProviderError(
    'not-found',
    `Account "${account}" has no ${NAMES[ref.kind]} "${
      ref.id
    }". Was it deleted, or is it of another stack?`,
  );
  return { kind: 'failure', ref, error: gone };
}

/** Runs the reading of one rotation, and makes a failure of what concerns this one only. */
export async function attempt(
  account: string,
  ref: RotationRef,
  run: () => Promise<RotationReading>,
): Promise<RotationReading | RotationFailure> {
  try {
    return await run();
  } catch (error) {
    if (!concernsOneRotation(error)) throw error;
    return failureOf(account, ref, error);
  }
}
