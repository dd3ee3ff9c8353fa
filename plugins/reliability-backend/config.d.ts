export interface Config {
  /** Plimsoll: tiers, facts, scorecards and the ranking of services. */
  reliability?: {
    services?: {
      /**
       * Backstage filter predicate that decides which catalog entities are services.
       * Default: Components of type service or website.
       */
      filter?: object;
    };

    /** Tiers with what they demand, most critical first. A default set of four ships. */
    tiers?: Array<{
      id: string;
      name: string;
      description?: string;
      /** What the tier demands; durations are ISO 8601, the objective is percent. */
      contract?: {
        sloTarget?: number;
        rto?: string;
        rpo?: string;
        oncall?: {
          coverage?: '24x7' | 'business-hours' | 'best-effort';
          minResponders?: number;
          minLevels?: number;
          acknowledge?: string;
        };
        postmortem?: {
          severities?: number[];
          draft?: string;
          publish?: string;
        };
        reviewEvery?: string;
      };
    }>;

    /**
     * Places in which a tier is looked for when the annotation plimsoll.dev/tier is absent, in this order.
     * Default: the field spec.tier.
     */
    tierFrom?: Array<{
      /** Dotted path of a field of the entity, for instance spec.tier. */
      field?: string;
      /** Name of a label. */
      label?: string;
      /** Name of an annotation. */
      annotation?: string;
      /** Translates the values found there into ids of tiers. */
      map?: { [value: string]: string };
    }>;

    /** Scorecards; one with the id of a shipped one (reliability) replaces it. */
    scorecards?: Array<{
      id: string;
      title: string;
      description?: string;
      /** Backstage filter predicate, within the services. */
      filter?: object;
      /** Lowest first. */
      levels: Array<{
        id: string;
        name: string;
        description?: string;
        /** Percent of the score that the level needs beside its checks. */
        minScore?: number;
      }>;
      checks: Array<{
        id: string;
        title: string;
        /** Id of a level. */
        level: string;
        /** Any word; groups checks on screen. */
        dimension?: string;
        /** Share in the score. Default 1; 0 counts for the level only. */
        weight?: number;
        /** CEL over facts; where it is false the check is not applicable. */
        when?: string;
        /** CEL over facts; true passes. */
        pass: string;
        /** Markdown: why it matters. */
        why?: string;
        /** Markdown: what to do. */
        fix?: string;
        /** Date from which the check counts. */
        enforceFrom?: string;
        /** Shown, never counted. */
        planned?: boolean;
      }>;
    }>;

    /** Ids of shipped scorecards that are not wanted. */
    disabledScorecards?: string[];

    /** Dated, approved permissions to fail a check. */
    exemptions?: Array<{
      scorecard: string;
      check: string;
      entityRef: string;
      reason: string;
      approvedBy: string;
      /** Its last day (UTC), or the time at which it ends. */
      until: string;
    }>;

    catalog?: {
      /** How often the catalog is read; ISO 8601, at least PT10S. Default PT5M. */
      refreshInterval?: string;
    };

    facts?: {
      /** How long a pushed fact stays fresh when the push does not say; ISO 8601. Default P30D. */
      defaultTtl?: string;
    };

    retention?: {
      /** How long changes of level and score are kept; ISO 8601. Default P3Y. */
      history?: string;
      /** How long daily snapshots are kept; ISO 8601. Default P400D. */
      daily?: string;
    };
  };
}
