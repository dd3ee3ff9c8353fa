export interface Config {
  reliability?: {
    oncall?: {
      accounts?: Array<
        | {
            /** What `plimsoll.dev/oncall` names. */
            name: string;
            type: 'incident-io';
            /** Of several accounts of this type, the one that is meant where only the type is named. */
            default?: boolean;
            /** Only compared with the others; counts for nothing. */
            mirror?: boolean;
            /**
             * An API key that may read schedules, escalation paths and users.
             * @visibility secret
             */
            apiKey: string;
            /** Default: https://api.incident.io */
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
            type: 'incident-io';
            /** Of several accounts of this type, the one that is meant where only the type is named. */
            default?: boolean;
            /** Levels from 1, the worst, to 5, by what severities are called there. */
            severities?: { [name: string]: number };
            /**
             * An API key that may view data.
             * @visibility secret
             */
            apiKey: string;
            /** Default: https://api.incident.io */
            baseUrl?: string;
            /**
             * Of the webhook endpoint, with its `whsec_`; without it no webhooks are taken.
             * @visibility secret
             */
            webhookSecret?: string;
            /** Names or ids of custom fields whose values are services. */
            serviceFields?: string | string[];
            /** Name or id of a custom field whose value is the cause. */
            causeField?: string;
            /** Names of timestamps, by the stamp that they are; those that are named replace the usual ones. */
            timestamps?: {
              impactStart?: string | string[];
              detected?: string | string[];
              declared?: string | string[];
              acknowledged?: string | string[];
              mitigated?: string | string[];
              impactEnd?: string | string[];
              resolved?: string | string[];
              closed?: string | string[];
            };
          }
        | {
            name: string;
            type: string;
          }
      >;
    };
  };
}
