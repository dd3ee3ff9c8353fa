export interface Config {
  reliability?: {
    oncall?: {
      accounts?: Array<
        | {
            /** What `plimsoll.dev/oncall` names. */
            name: string;
            type: 'opsgenie';
            /** Of several accounts of this type, the one that is meant where only the type is named. */
            default?: boolean;
            /** Only compared with the others; counts for nothing. */
            mirror?: boolean;
            /**
             * A key of an API integration that may read the configuration.
             * @visibility secret
             */
            apiKey: string;
            /** Default: https://api.opsgenie.com. In the EU: https://api.eu.opsgenie.com */
            baseUrl?: string;
          }
        | {
            name: string;
            type: 'jsm';
            default?: boolean;
            mirror?: boolean;
            /** Id of the Atlassian site. */
            cloudId: string;
            /** Of the account that the API token belongs to. */
            email?: string;
            /**
             * An API token with scopes; with `email`.
             * @visibility secret
             */
            apiToken?: string;
            /**
             * A token of OAuth 2.0, instead of `email` and `apiToken`.
             * @visibility secret
             */
            bearerToken?: string;
            /** Default: https://api.atlassian.com */
            baseUrl?: string;
          }
        | {
            name: string;
            type: string;
          }
      >;
    };
    incidents?: {
      accounts?: Array<
        | {
            /** What `plimsoll.dev/incidents` and the address of webhooks name. */
            name: string;
            type: 'opsgenie';
            /** Of several accounts of this type, the one that is meant where only the type is named. */
            default?: boolean;
            /** Levels from 1, the worst, to 5, by what priorities are called there. */
            severities?: { [name: string]: number };
            /**
             * A key of an API integration that may read incidents and services.
             * @visibility secret
             */
            apiKey: string;
            /** Default: https://api.opsgenie.com. In the EU: https://api.eu.opsgenie.com */
            baseUrl?: string;
            /**
             * What comes with webhooks in the header X-Plimsoll-Secret; without it no webhooks are taken.
             * @visibility secret
             */
            webhookSecret?: string;
            /** How tags begin that name services. Default: service: */
            serviceTags?: string;
          }
        | {
            name: string;
            type: 'jsm';
            default?: boolean;
            severities?: { [name: string]: number };
            /** Id of the Atlassian site. */
            cloudId: string;
            /** Of the account that the API token belongs to. */
            email?: string;
            /**
             * An API token with scopes; with `email`.
             * @visibility secret
             */
            apiToken?: string;
            /**
             * A token of OAuth 2.0, instead of `email` and `apiToken`.
             * @visibility secret
             */
            bearerToken?: string;
            /** Default: https://api.atlassian.com */
            baseUrl?: string;
            /** Finds the issues that are incidents; without ORDER BY. */
            jql: string;
            /** Address of the site, for links to issues. */
            siteUrl?: string;
            /**
             * Secret of the webhook; without it no webhooks are taken.
             * @visibility secret
             */
            webhookSecret?: string;
            /** Id of the field that is the severity. Default: the priority */
            severityField?: string;
            /** Id of the field whose values are services; beside the components. */
            serviceField?: string;
            /** Id of the field that is the cause. */
            causeField?: string;
            /** Ids of fields with a date and time, by the stamp that they are. */
            stamps?: {
              impactStart?: string;
              detected?: string;
              acknowledged?: string;
              mitigated?: string;
              impactEnd?: string;
            };
            /** What statuses mean, by their names: triage, open, acknowledged, mitigated, resolved, closed or declined. */
            statuses?: { [name: string]: string };
          }
        | {
            name: string;
            type: string;
          }
      >;
    };
  };
}
