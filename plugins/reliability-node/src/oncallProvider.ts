import {
  createExtensionPoint,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import {
  OncallWindow,
  Rotation,
  RotationKind,
  RotationRef,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ProviderError } from './http/ProviderError';

/** A person as a provider names them. @public */
export interface ProviderPerson {
  /** Stable at the account. */
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  /** Entity reference of a User, only where the provider itself holds one. */
  readonly entityRef?: string;
  readonly url?: string;
  /** Whether the account says that the person is gone or deactivated. */
  readonly left?: boolean;
}

/** What a provider said of one rotation. @public */
export interface RotationReading extends Rotation<ProviderPerson> {
  readonly kind: 'reading';
}

/** One rotation could not be read; the others could. @public */
export interface RotationFailure {
  readonly kind: 'failure';
  readonly ref: RotationRef;
  readonly error: ProviderError;
}

/** @public */
export interface OncallReadOptions {
  /** For which time shifts are wanted. */
  readonly window: OncallWindow;
  readonly signal: AbortSignal;
}

/** How an account does, for one line on the page of accounts. @public */
export interface ProviderHealth {
  readonly state: 'unknown' | 'ok' | 'limited' | 'failing';
  /** Requests since the start. */
  readonly requests: number;
  readonly failures: number;
  /** Times that the provider asked to wait. */
  readonly waits: number;
  /** Calls that the provider still allows, as it last said. */
  readonly remaining: number | null;
  /** Milliseconds since the epoch. */
  readonly lastSuccessAt: number | null;
  readonly lastError: string | null;
  /** Until when nothing is asked; milliseconds since the epoch. */
  readonly pausedUntil: number | null;
}

/** One account at a provider of on-call rotations. One instance per entry of `reliability.oncall.accounts`. @public */
export interface OncallProvider {
  /** As configured. */
  readonly account: string;
  readonly type: string;
  /** Kinds of rotations that it reads, for messages about a wrong reference. */
  readonly kinds: readonly RotationKind[];

  /**
   * The rotations that annotations which companies already have name for this account. Values are written by
   * authors of catalog files: they are ids and names, never addresses or queries.
   */
  rotationsOf(
    annotations: Readonly<Record<string, string>>,
  ): Pick<RotationRef, 'kind' | 'id'>[];

  /**
   * Reads rotations, many with one call where the provider allows. Yields each as soon as it is whole, in any
   * order, and holds only a few in memory. Never computes who is on call now, gaps or handovers.
   *
   * @throws ProviderError when the account as a whole gives no answer; what was not yielded is not known
   */
  read(
    refs: readonly RotationRef[],
    options: OncallReadOptions,
  ): AsyncIterable<RotationReading | RotationFailure>;

  /** Absent where nobody is asked. */
  health?(): ProviderHealth;
}

/** Time and log of a provider, given so that tests can hold them. @public */
export interface ProviderRuntime {
  readonly logger: LoggerService;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** @throws the signal's reason when it is aborted before the time is over */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** From 0 to below 1, spreads tries over time. Default: Math.random */
  readonly random?: () => number;
  /** Aborts after some milliseconds of real time. Default: AbortSignal.timeout */
  readonly timeout?: (ms: number) => AbortSignal;
}

/** Makes the accounts of one type. @public */
export interface OncallProviderFactory {
  /** `type` in `reliability.oncall.accounts[]`. */
  readonly type: string;
  /**
   * @param config - one entry of `reliability.oncall.accounts`, with its `name`
   * @throws InputError with the path of the key that is wrong
   */
  create(config: Config, runtime: ProviderRuntime): OncallProvider;
}

/** @public */
export interface OncallProvidersExtensionPoint {
  /** @throws Error when the type is taken */
  addFactory(factory: OncallProviderFactory): void;
}

/**
 * For modules that read on-call rotations from a provider.
 *
 * @public
 */
export const reliabilityOncallProvidersExtensionPoint =
  createExtensionPoint<OncallProvidersExtensionPoint>({
    id: 'reliability.oncall-providers',
  });
