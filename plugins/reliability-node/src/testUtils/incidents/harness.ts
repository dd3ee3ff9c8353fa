import {
  FollowUpStatus,
  IncidentStatus,
  IncidentSubject,
  PostmortemStatus,
  StampName,
} from '@plimsoll/backstage-plugin-reliability-common';
import type {
  IncidentProviderFactory,
  WebhookDelivery,
} from '@plimsoll/backstage-plugin-reliability-node';
import { ContractConfig, ContractFault } from '../harness';

/** What a provider of incidents may not have; a harness that lacks one says why, and its tests are skipped by name. @public */
export type IncidentContractFeature =
  /** It can be asked; without it incidents come by webhook only. */
  | 'read'
  /** Some incidents can be asked for by their ids. */
  | 'read-some'
  /** It takes webhooks. */
  | 'webhook'
  /** The signature covers the body; without it a secret is sent along. */
  | 'signed-body'
  /** The signature covers a time, so that an old delivery can be told. */
  | 'signed-time'
  /** An incident that was over weeks ago is read again when it is edited there. */
  | 'late-edits'
  /** An incident that is deleted there is known to be gone. */
  | 'gone'
  /** A severity may be any word. */
  | 'free-severity'
  /** An incident may have no severity. */
  | 'no-severity'
  /** One incident may concern several services. */
  | 'several-services'
  /** It tells that an incident was reopened. */
  | 'reopened'
  /** It tells exercises from real incidents. */
  | 'test'
  /** It tells private incidents. */
  | 'private'
  /** It tells under which incident another one goes on. */
  | 'merged'
  /** It tells the pages that people got. */
  | 'pages'
  /** It has follow-ups. */
  | 'follow-ups'
  /** It has postmortems. */
  | 'postmortems'
  /** Lists come in pages. */
  | 'paging'
  /** There is a credential that can be wrong. */
  | 'credentials'
  /** Headers tell when to come again. */
  | 'limit-headers'
  /** Companies have annotations for it already. */
  | 'annotations';

/** An incident as the suite puts it in; the provider must give it back. Times are milliseconds since the epoch. @public */
export interface ContractIncident {
  readonly title: string;
  /** One of `statuses` of the harness, or `merged` with `mergedInto`. */
  readonly status: IncidentStatus;
  readonly declaredAt: number;
  /** When it last changed; default: the latest of its times. */
  readonly updatedAt?: number;
  /** Only those that the harness names in `stamps`. */
  readonly stamps?: Readonly<
    Partial<Record<Exclude<StampName, 'declared'>, number>>
  >;
  /** In words of the provider; null: none. Default: `severity` of the harness. */
  readonly severity?: string | null;
  /** Names; equal names are the same service there. Default: one service. */
  readonly services?: readonly string[];
  readonly isTest?: boolean;
  readonly isPrivate?: boolean;
  /** Id of another incident that was put in. */
  readonly mergedInto?: string;
  readonly reopenedAt?: readonly number[];
  /** Pages: names of people, when, and when they answered. */
  readonly pages?: readonly {
    readonly at: number;
    readonly name: string;
    readonly acknowledgedAt?: number;
  }[];
  readonly followUps?: readonly {
    readonly title: string;
    readonly status: Extract<FollowUpStatus, 'open' | 'done'>;
  }[];
  readonly postmortem?: {
    readonly url: string;
    readonly status: PostmortemStatus;
  };
}

/** A stand-in for the vendor, fresh for each test, over real HTTP where it can be asked. @public */
export interface IncidentContractVendor {
  /**
   * An entry of `reliability.incidents.accounts` that reaches the stand-in, without `name` and `type`, with
   * `webhookSecret` where there are webhooks. Asked once the first incidents are put in.
   */
  config(): ContractConfig;
  /** The same with a wrong credential. */
  wrongConfig?(): ContractConfig;
  /** Adds an incident. @returns its `externalId` */
  put(incident: ContractIncident): string;
  /**
   * Puts an incident anew under its id, as something that happened there just now: its `updatedAt` is the time
   * of the vendor's clock unless it is given.
   */
  change(id: string, incident: ContractIncident): void;
  /** Deletes an incident there. */
  remove(id: string): void;
  /** What the vendor sends about an incident as it is now, rightly signed. Each call is a delivery of its own. */
  deliver?(id: string): WebhookDelivery;
  /** Any body, rightly signed at the time of the vendor's clock. */
  sign?(body: string): WebhookDelivery;
  fail(fault: ContractFault): void;
  /** Forgets the faults that are left. */
  heal(): void;
  /** Requests that came in so far. */
  requests(): number;
  /** From now on every page says that there is another one, with other items. */
  neverEnd?(): void;
  /** From now on every page is the first one and says that there is another one. */
  repeatPages?(): void;
  stop(): Promise<void>;
}

/** What the suite must know of a provider of incidents. @public */
export interface IncidentProviderHarness {
  readonly factory: IncidentProviderFactory;
  /** Texts that no message, log line, cursor or incident may hold. */
  readonly secrets: readonly string[];
  /** Statuses that the vendor has; at least `open` and `resolved`. */
  readonly statuses: readonly IncidentStatus[];
  /** Stamps beside `declared` that the vendor tells when they are recorded there. */
  readonly stamps: readonly Exclude<StampName, 'declared'>[];
  /** Stamps of an open incident about which nothing was recorded but that it was declared. Default: `declared` only. */
  readonly bareStamps?: readonly StampName[];
  /** A severity, in words of the vendor. */
  readonly severity: string;
  /** Calls that reading 300 incidents of one year for the first time may take at the most. */
  readonly callsFor300: number;
  /** Calls of a later read after which nothing has changed and nothing is open. */
  readonly callsForNothing: number;
  /** How the vendor says "come again in 7 seconds" with a 429; where it has headers for that. */
  readonly limited?: (now: number) => Readonly<Record<string, string>>;
  /** Annotations that name two subjects of incidents, in a comma list. */
  readonly annotations?: (
    first: IncidentSubject,
    second: IncidentSubject,
  ) => Readonly<Record<string, string>>;
  /** Features that the provider has not, each with the reason. */
  readonly lacks?: Partial<Record<IncidentContractFeature, string>>;
  /** @param now - the vendor's clock; milliseconds since the epoch */
  start(now: () => number): Promise<IncidentContractVendor>;
}
