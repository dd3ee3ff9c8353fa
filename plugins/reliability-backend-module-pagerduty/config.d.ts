export interface Config {
  reliability?: {
    oncall?: {
      accounts?: Array<
        | {
            /** What `plimsoll.dev/oncall` names. */
            name: string;
            type: 'pagerduty';
            /** Of several accounts of this type, the one that is meant where only the type is named. */
            default?: boolean;
            /** Only compared with the others; counts for nothing. */
            mirror?: boolean;
            /**
             * A read-only key of the REST API.
             * @visibility secret
             */
            apiToken: string;
            /** Default: https://api.pagerduty.com. In the EU: https://api.eu.pagerduty.com */
            baseUrl?: string;
            /** What `pagerduty.com/account` says for this account. Default: its name */
            subdomain?: string;
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
            /** Its incidents are `<name>:<id>`. */
            name: string;
            type: 'pagerduty';
            /**
             * A read-only key of the REST API.
             * @visibility secret
             */
            apiToken: string;
            /** Default: https://api.pagerduty.com. In the EU: https://api.eu.pagerduty.com */
            baseUrl?: string;
            /** What `pagerduty.com/account` says for this account. Default: its name */
            subdomain?: string;
            /**
             * Of the webhook subscription, at least 16 characters. Without it no webhooks are taken.
             * @visibility secret
             */
            webhookSecret?: string;
            /** Levels from 1 to 5 of priorities of this account; before `reliability.incidents.severities`. */
            severities?: { [priority: string]: number };
          }
        | {
            name: string;
            type: string;
          }
      >;
    };
  };
}
