import { IncidentIoUser } from './state';

/** Where an incident stands, whatever the account calls it. */
export type IncidentIoCategory =
  | 'triage'
  | 'declined'
  | 'merged'
  | 'canceled'
  | 'live'
  | 'learning'
  | 'closed'
  | 'paused';

/** Times are milliseconds since the epoch. */
export interface IncidentIoUpdate {
  readonly at: number;
  readonly message?: string;
  readonly category?: IncidentIoCategory;
  readonly by?: IncidentIoUser;
  readonly mergedInto?: string;
}

export interface IncidentIoFollowUp {
  readonly title: string;
  readonly status: 'outstanding' | 'completed' | 'deleted' | 'not_doing';
  readonly updatedAt: number;
  readonly completedAt?: number;
  readonly assignee?: IncidentIoUser;
  readonly issue?: {
    readonly provider: string;
    readonly name: string;
    readonly url: string;
  };
}

export interface IncidentIoDocument {
  readonly status: 'in_progress' | 'in_review' | 'completed';
  readonly url: string;
  readonly title?: string;
}

export interface IncidentIoEscalation {
  readonly status: string;
  readonly createdAt: number;
  readonly alertKey?: string;
  /** Incidents beside the one that it is kept with. */
  readonly others?: readonly string[];
  readonly events: readonly {
    readonly event: string;
    readonly at: number;
    readonly users?: readonly IncidentIoUser[];
  }[];
}

/** An entry of the catalog of incident.io, as the value of a custom field. */
export interface IncidentIoCatalogEntry {
  readonly id: string;
  readonly name: string;
  readonly externalId?: string;
  readonly aliases?: readonly string[];
}

export interface IncidentIoIncident {
  readonly id: string;
  readonly name: string;
  readonly summary?: string;
  readonly category: IncidentIoCategory;
  /** null: none was set. */
  readonly severity: string | null;
  readonly mode: 'standard' | 'retrospective' | 'test' | 'tutorial' | 'stream';
  readonly visibility: 'public' | 'private';
  readonly createdAt: number;
  readonly updatedAt: number;
  /** By the name that the account gave them. */
  readonly timestamps: Readonly<Record<string, number>>;
  /** Values of custom fields, by their names: entries of the catalog, or options. */
  readonly fields: Readonly<
    Record<string, readonly (IncidentIoCatalogEntry | string)[]>
  >;
  readonly roles: readonly {
    readonly role: string;
    readonly user: IncidentIoUser;
  }[];
  readonly updates: readonly IncidentIoUpdate[];
  readonly followUps: readonly IncidentIoFollowUp[];
  readonly documents: readonly IncidentIoDocument[];
  readonly escalations: readonly IncidentIoEscalation[];
}
