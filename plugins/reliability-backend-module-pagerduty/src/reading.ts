import {
  OncallShift,
  OncallWindow,
  RosterEntry,
  RotationKind,
  RotationRef,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  Allowance,
  concernsOneRotation,
  ProviderError,
  ProviderPerson,
  RotationFailure,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { Directory } from './Directory';
import { PagerdutyClient } from './PagerdutyClient';

/** What a reading needs beside what is asked for. */
export interface ReadContext {
  readonly account: string;
  readonly client: PagerdutyClient;
  readonly directory: Directory;
  readonly window: OncallWindow;
  readonly signal: AbortSignal;
  /** Rosters that may be asked for one by one; those beyond it follow with the next reads. */
  readonly allowance: Allowance;
}

/** A rotation that shows what a policy says; a service lends it its own name. */
export interface PolicyWish {
  readonly ref: RotationRef;
  readonly policy: string;
  readonly title?: string;
  readonly url?: string;
  readonly team?: string;
}

/** What was found out about one rotation. */
export interface Findings {
  readonly title?: string;
  readonly url?: string;
  readonly timeZone?: string;
  readonly team?: string;
  readonly shifts: readonly OncallShift<ProviderPerson>[];
  readonly roster?: readonly RosterEntry<ProviderPerson>[];
  /** Entries that could not be understood: somebody may be on call of whom nothing is known. */
  readonly unreadable: number;
}

/** The reading of one rotation; with entries that nobody understands, its gaps cannot be told. */
export function toReading(
  ref: RotationRef,
  window: OncallWindow,
  { title = ref.id, url, timeZone, team, shifts, roster, unreadable }: Findings,
): RotationReading {
  return {
    kind: 'reading',
    ref,
    title,
    ...(url && { url }),
    ...(timeZone && { timeZone }),
    ...(team && { team }),
    window,
    shifts,
    ...(roster && { roster }),
    gaps: unreadable > 0 ? 'unknown' : 'exact',
    warnings:
      unreadable > 0
        ? [
            `${unreadable} entries of PagerDuty could not be understood; who is on call may not be complete`,
          ]
        : [],
  };
}

const NAMES: Partial<Record<RotationKind, string>> = {
  service: 'service',
  escalation: 'escalation policy',
  schedule: 'schedule',
};

/** A failure of one rotation; one that was not found is named. */
export function failureOf(
  account: string,
  ref: RotationRef,
  why: unknown,
): RotationFailure {
  const found = concernsOneRotation(why) && why.failure !== 'not-found';
  const error = found
    ? why
    : new ProviderError(
        'not-found',
        `Account "${account}" has no ${NAMES[ref.kind]} "${
          ref.id
        }". Was it deleted, or is it of another account?`,
      );
  return { kind: 'failure', ref, error };
}
