/** What people of the company set on an incident that a tool reported. */
export interface DemoEnrichment {
  /** See `incidentIdOf`. */
  readonly incident: string;
  readonly by: string;
  /** Minutes after it was declared, by the name of the stamp. */
  readonly stamps?: Readonly<Record<string, number>>;
  /** Fields as `PATCH /incidents/:id` takes them. */
  readonly set?: Readonly<Record<string, unknown>>;
}

/** A postmortem that is written in the portal. */
export interface DemoPostmortem {
  readonly incident: string;
  readonly title: string;
  readonly by: string;
  /** Who published it; absent: nobody yet. */
  readonly reviewer?: string;
  /** Whether it was sent to review; with a reviewer it was. */
  readonly inReview?: boolean;
  /** Markdown by section; what is missing is what the incident itself gives. */
  readonly sections: Readonly<Record<string, string>>;
}

/** A checklist item that somebody proposes because of a follow-up. */
export interface DemoLesson {
  readonly by: string;
  readonly title: string;
  readonly reason: string;
  readonly item?: string;
}

/** A follow-up that is tracked in the portal. */
export interface DemoFollowUpPlan {
  readonly incident: string;
  readonly by: string;
  readonly title: string;
  readonly owner: string;
  /** Days after the story began; negative: before. */
  readonly due?: number;
  readonly status?: 'in-progress' | 'done' | 'wont-do';
  readonly ticket?: string;
  /** Item of the checklist of the demo. */
  readonly contradicts?: string;
  readonly lesson?: DemoLesson;
}

/** What the delivery tool tells of changes. */
export interface DemoChangePlan {
  /** Days between two deploys, by service. */
  readonly every: Readonly<Record<string, number>>;
  /** Those that the story tells: service, when, kind, title. */
  readonly marks: readonly (readonly [
    service: string,
    at: string,
    kind: string,
    title: string,
  ])[];
}
