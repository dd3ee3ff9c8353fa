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
        slo?: {
          /** An SLO is at risk with less of its budget left than this; percent. */
          atRiskBelow?: number;
          /** Which burn alerts such a service has. */
          alerts?: Array<'page' | 'ticket'>;
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

    /** Readiness checklists; one with the id of a shipped one (production-readiness) replaces it. */
    checklists?: Array<{
      id: string;
      title: string;
      description?: string;
      /** CEL over facts; the services that it is for. Default: all. */
      when?: string;
      /** Signed off one by one. Default: design, pre-production and live. */
      phases?: Array<{ id: string; title: string; description?: string }>;
      /** Titles and order of the categories. Default: as the items name them. */
      categories?: Array<{ id: string; title: string; description?: string }>;
      /** How long before its end an answer is shown as expiring; ISO 8601. Default P14D. */
      warnBefore?: string;
      /** Who may decide on a review. */
      signOff?: {
        /** Default not-an-author: neither the requester nor the author of an answer of the phase. */
        reviewer?: 'not-an-author' | 'not-the-requester' | 'anyone';
        /** By id of a tier, where it differs. */
        reviewerByTier?: {
          [tier: string]: 'not-an-author' | 'not-the-requester' | 'anyone';
        };
      };
      items: Array<{
        id: string;
        /** Earlier ids, whose answers the item takes over. */
        formerly?: string[];
        /** A claim that is true or not. */
        title: string;
        /** Id of a category. */
        category: string;
        /** Id of a phase. */
        phase: string;
        /** Markdown: what goes wrong without it. */
        why?: string;
        /** Markdown: what to do, and what counts as evidence. */
        how?: string;
        links?: Array<{ title: string; url: string }>;
        /** Or CEL over facts, so that the tier decides. Default true. */
        required?: boolean | string;
        /** `manual`, or CEL over facts that answers the item. Default manual. */
        verify?: string;
        /** Whether a yes needs links that show it. Default optional. */
        evidence?: 'required' | 'optional' | 'none';
        /** How long an answer holds: ISO 8601, or one by id of a tier with `default` for the others. Default: for ever. */
        expires?: string | { [tier: string]: string };
        /** Share in the progress. Default 1. */
        weight?: number;
      }>;
    }>;

    /** Ids of shipped checklists that are not wanted. */
    disabledChecklists?: string[];

    /** The daily digest; it needs the module for Backstage's notifications. */
    notifications?: {
      /** Time of the day after which it goes out. Default 09:00. */
      at?: string;
      /** IANA name of a time zone. Default UTC. */
      timezone?: string;
      /** Full references of users and groups that hear of reviews that were asked for, beside the owners. */
      reviewers?: string[];
    };

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

    /** How exemptions are granted in the portal. */
    exemptionRules?: {
      /** The longest that one may be asked for, and approved for; ISO 8601, from P1D to P2Y. Default P180D. */
      maxDuration?: string;
      /** Whether a machine may approve; nobody answers for that. Default false. */
      allowMachines?: boolean;
    };

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
      /** How long the daily history of SLOs is kept; ISO 8601. Default P2Y. */
      sloHistory?: string;
      /** How long pushed samples are kept; ISO 8601. Default P400D. */
      sloSamples?: string;
      /** How long shifts that are over are kept; ISO 8601. Default P400D. */
      oncallShifts?: string;
      /** How long people are kept who left the catalog and are planned by no rotation; ISO 8601. Default P1Y. */
      oncallPeople?: string;
      /** How long incidents are kept that are over and have no postmortem; ISO 8601. Default P1095D. */
      incidents?: string;
      /** How long recorded decisions of the load line are kept; ISO 8601. Default P3Y. */
      gateDecisions?: string;
    };

    /** How SLOs are evaluated. */
    slo?: {
      /** How often; ISO 8601, from PT10S to PT1H. Default PT1M. */
      evaluateEvery?: string;
      /** Samples younger than this are not counted yet; ISO 8601, from PT1S to PT1H. Default PT1M. */
      ingestionDelay?: string;
      /** An SLO is provisional while a lower share of its window has samples. Default 0.5. */
      provisionalBelow?: number;
      /** Where SLIs are measured. The source `pushed` is always there. The module of a type describes its own keys. */
      sources?: Array<{
        /** What metricSourceRef in a document says. */
        name: string;
        /** For instance prometheus. `pushed` needs no module: documents stay as they are, and samples are pushed. */
        type: string;
        /** Whether queries that name no source are for it. The only source is the default one. */
        default?: boolean;
      }>;
    };

    /** Where is read who is on call. */
    oncall?: {
      /** How often rotations are read; ISO 8601, from PT1M to PT1H. Default PT5M. */
      syncEvery?: string;
      /** How far ahead shifts are asked for; ISO 8601, from P14D to P90D. Default P30D. */
      lookahead?: string;
      /** What the cover `business-hours` of a tier means. Default: Monday to Friday, 09:00 to 17:00 UTC. */
      businessHours?: {
        /** IANA name. */
        timeZone?: string;
        /** 1 is Monday, 7 Sunday. */
        days?: number[];
        from?: string;
        /** Up to 24:00; not later than `from`: on the next day. */
        to?: string;
      };
      /** Accounts at providers. The account `static` is always there. The module of a type describes its own keys. */
      accounts?: Array<{
        /** What annotations say; lower-case letters, digits and dashes. */
        name: string;
        /** For instance pagerduty. */
        type: string;
        /** Only compared with another account; counts for nothing. Default false. */
        mirror?: boolean;
        /** Whether references that name only the type are for it. */
        default?: boolean;
      }>;
      /** Rotations that are written here; annotations name them `static:rota:<id>`. */
      rotas?: Array<{
        id: string;
        /** Default: the id. */
        title?: string;
        /** IANA name; handovers happen by its clock. Default UTC. */
        timeZone?: string;
        team?: string;
        layers: Array<{
          /** 1 is paged first. Default 1. */
          level?: number;
          /** Full references of Users, or e-mail addresses, in the order of their turns. */
          people: string[];
          handover: {
            /** ISO 8601, PT1H at least. */
            every: string;
            /** HH:mm. Default 09:00. */
            at?: string;
            /** Date of the first turn. */
            start: string;
          };
          /** Only then is anybody on call. Default: always. */
          hours?: Array<{ days: number[]; from: string; to: string }>;
          /** Whether these people only learn and are not paged. Default false. */
          shadow?: boolean;
        }>;
        /** Somebody else stands in. Times without an offset are by the clock of the rota. */
        overrides?: Array<{
          from: string;
          to: string;
          person: string;
          /** Whose layers it replaces. Default 1. */
          level?: number;
        }>;
      }>;
    };

    /** Figures of the executive page. */
    kpis?: {
      /** Targets by id of the figure, also of pushed ones; false: none. */
      targets?: { [id: string]: number | false };
      /** Figures that others hold, pushed as facts of services. */
      pushed?: Array<{
        id: string;
        title: string;
        /** source/key of the fact, for instance hr/satisfaction. */
        fact: string;
        /** percent, minutes, count, or words of yours. Default count. */
        unit?: string;
        /** Which is better. Default higher. */
        direction?: 'higher' | 'lower';
        target?: number;
        /** How the values of services are put together. Default mean. */
        aggregate?: 'mean' | 'median' | 'sum';
      }>;
      /** Fact that tells how many minutes of data a service would lose. Default recovery/rpo-minutes. */
      rpoFact?: string;
    };

    /** What services weigh where they are added up by owner, system, domain or tier. */
    rollups?: {
      /** By tier id, and `untiered`; above 0. Default: twice the weight of the tier below, 1 for the last and without a tier. */
      tierWeights?: { [tier: string]: number };
    };

    /** The load line: whether a service may take more change now. */
    gate?: {
      /** An answer never takes longer; ISO 8601, from PT0.1S to PT30S. Default PT3S. */
      timeout?: string;
      /** Policies beside the shipped ones, which are for tiers by their rank; an entry with the id of one replaces it, and one that names its tier takes that tier over. */
      policies?: Array<{
        id: string;
        title?: string;
        /** Ids of tiers; untiered for services without one. */
        tiers: string[];
        rules: Array<{
          id: string;
          title: string;
          /** What it is about. */
          noun: 'slo' | 'oncall' | 'incidents' | 'readiness' | 'maturity';
          /** CEL over facts; true: the rule speaks. */
          when: string;
          decision: 'warn' | 'hold';
          /** What it says; {path} stands for the fact at that path. */
          reason: string;
          /** What the team does while the rule speaks. */
          demands?: string[];
        }>;
        /** What a rule comes to whose facts are absent or too old. Default warn. */
        onUnknown?: 'allow' | 'warn' | 'hold';
        /** Kinds of change that may go although held. */
        exemptChanges?: string[];
        /** Causes of incidents whose spend is given back before the budget is judged. */
        exemptCauses?: string[];
        waiver?: {
          /** The longest time of a waiver; ISO 8601. Default P7D. */
          maxDuration?: string;
        };
      }>;
      /** Ids of shipped policies that are not in force. */
      disabledPolicies?: string[];
    };

    /** Where incidents are read, and what is made of them. */
    incidents?: {
      /** How often accounts are read; ISO 8601, from PT1M to PT1H. Default PT2M. */
      syncEvery?: string;
      /** How far back an account is read at first; ISO 8601, from P1D to P1095D. Default P365D. */
      history?: string;
      /** Levels from 1, the worst, to 5 by what providers call them, beside the shipped ones; the case does not matter. */
      severities?: { [raw: string]: number };
      /** How the levels are called, the worst first. Default SEV1 to SEV5. */
      severityNames?: string[];
      /** An incident repeats another one of the same key within this time; ISO 8601, from PT1H to P365D. Default P30D. */
      repeatWithin?: string;
      /** When a key is noisy. */
      pages?: {
        /** So many pages. Default 3. */
        noisyCount?: number;
        /** Within this time; ISO 8601, from PT1H to P7D. Default PT24H. */
        noisyWithin?: string;
      };
      postmortem?: {
        /** Whether only somebody else than its author may publish one. Default true. */
        reviewBySomebodyElse?: boolean;
        /** The template. Default: summary, timeline, impact, causes, what went well, what went badly, where we were lucky. */
        sections?: Array<{
          id: string;
          title: string;
          /** What belongs there. */
          hint?: string;
          /** Whether it must be filled before a review. Default false. */
          required?: boolean;
        }>;
      };
      ledger?: {
        /** Share of an error budget that went on one day without an incident, from which on it is looked into. Default 0.1. */
        darkBurnShare?: number;
      };
      /** Words that may blame somebody, beside the shipped ones. */
      blamelessWords?: string[];
      /** Accounts at providers. The account `portal` is always there. The module of a type describes its own keys. */
      accounts?: Array<{
        /** What annotations and webhooks say; lower-case letters, digits and dashes. */
        name: string;
        /** For instance pagerduty. */
        type: string;
        /** Whether references that name only the type are for it. */
        default?: boolean;
        /** Levels by what this account calls them. */
        severities?: { [raw: string]: number };
        /**
         * Signs what is sent to the portal, or is sent along; at least 16 characters. An account of type generic needs it.
         * @visibility secret
         */
        webhookSecret?: string;
      }>;
    };
  };
}
