import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import {
  IncidentSubject,
  ReportedIncident,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ProviderHealth, ProviderRuntime } from './oncallProvider';

/** @public */
export interface IncidentReadOptions {
  /** What the last batch gave; null: nothing was ever read, begin at `since`. */
  readonly cursor: string | null;
  /** How far back history is wanted; milliseconds since the epoch. */
  readonly since: number;
  /**
   * `externalId` of those that were not over when they were last read. Where an account has no feed of changes,
   * they are read again beside a window that overlaps the last one.
   */
  readonly open: readonly string[];
  readonly signal: AbortSignal;
}

/** Some incidents, and where to go on. They are stored in one transaction with the cursor. @public */
export interface IncidentBatch {
  /** At most 500. A later reading of the same incident replaces an earlier one if its `updatedAt` is not older. */
  readonly incidents: readonly ReportedIncident[];
  /** `externalId` of incidents that the account does not have any more. */
  readonly gone: readonly string[];
  /** Given to the next read; at most 10,000 characters, holds no secret. */
  readonly cursor: string;
  /** While history is read: everything since then is known; absent: all since `since` is. */
  readonly backfilledTo?: number;
}

/** A request of a provider, exactly as it came. @public */
export interface WebhookDelivery {
  readonly rawBody: Buffer;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Path and query of the request, as the provider knows it. */
  readonly url: string;
}

/**
 * What a delivery says. `refused` is the only one that is not answered with 2xx: nobody proved that it is the
 * provider's.
 *
 * @public
 */
export type WebhookVerdict =
  | {
      readonly kind: 'accepted';
      /** Equal when the same delivery comes again. */
      readonly deliveryId: string;
      /** `externalId` of incidents to read again; empty: of no concern. */
      readonly refresh: readonly string[];
      /** Only of accounts that cannot be asked: the incidents themselves. */
      readonly incidents?: readonly ReportedIncident[];
    }
  | {
      readonly kind: 'refused';
      readonly reason: 'no-signature' | 'bad-signature' | 'expired';
    }
  | {
      /** Rightly signed, but not understood. */
      readonly kind: 'unreadable';
      readonly deliveryId: string;
      readonly message: string;
    };

/** One account at a provider of incidents. One instance per entry of `reliability.incidents.accounts`. @public */
export interface IncidentProvider {
  /** As configured. */
  readonly account: string;
  readonly type: string;
  /** Kinds of subjects that its incidents name, for messages about a wrong reference. */
  readonly kinds: readonly string[];

  /**
   * What annotations that companies already have name at this account. Values are written by authors of catalog
   * files: they are ids and names, never addresses or queries.
   */
  subjectsOf(
    annotations: Readonly<Record<string, string>>,
  ): Pick<IncidentSubject, 'kind' | 'id'>[];

  /**
   * Reads history once, then what changed, in batches; goes on after the cursor of the last batch that was
   * stored. Absent: the account cannot be asked, incidents come by webhook.
   *
   * @throws ProviderError when there is no answer; batches that were yielded stand
   */
  read?(options: IncidentReadOptions): AsyncIterable<IncidentBatch>;

  /**
   * Reads some again.
   *
   * @throws ProviderError
   */
  readSome?(
    externalIds: readonly string[],
    signal: AbortSignal,
  ): Promise<Pick<IncidentBatch, 'incidents' | 'gone'>>;

  /**
   * Checks a delivery: the signature over the raw body in constant time first, then its age, then what it says.
   * Absent: this account takes none. Asks nobody.
   */
  receive?(delivery: WebhookDelivery, now: number): WebhookVerdict;

  /** Absent where nobody is asked. */
  health?(): ProviderHealth;
}

/** Makes the accounts of one type. @public */
export interface IncidentProviderFactory {
  /** `type` in `reliability.incidents.accounts[]`. */
  readonly type: string;
  /**
   * @param config - one entry of `reliability.incidents.accounts`, with its `name`
   * @throws InputError with the path of the key that is wrong
   */
  create(config: Config, runtime: ProviderRuntime): IncidentProvider;
}

/** @public */
export interface IncidentProvidersExtensionPoint {
  /** @throws Error when the type is taken */
  addFactory(factory: IncidentProviderFactory): void;
}

/**
 * For modules that read incidents from a provider.
 *
 * @public
 */
export const reliabilityIncidentProvidersExtensionPoint =
  createExtensionPoint<IncidentProvidersExtensionPoint>({
    id: 'reliability.incident-providers',
  });
