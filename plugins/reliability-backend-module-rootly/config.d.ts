export interface Config {
  reliability?: {
    oncall?: {
      accounts?: Array<
        | {
            /** What `plimsoll.dev/oncall` names. */
            name: string;
            type: 'rootly';
            /** Of several accounts of this type, the one that is meant where only the type is named. */
            default?: boolean;
            /** Only compared with the others; counts for nothing. */
            mirror?: boolean;
            /**
             * A key of the API that may read on-call.
             * @visibility secret
             */
            token: string;
            /** Default: https://api.rootly.com */
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
            type: 'rootly';
            /** Of several accounts of this type, the one that is meant where only the type is named. */
            default?: boolean;
            /** Levels from 1, the worst, to 5, by what severities are called there. */
            severities?: { [name: string]: number };
            /**
             * A key of the API that may read incidents.
             * @visibility secret
             */
            token: string;
            /** Default: https://api.rootly.com */
            baseUrl?: string;
            /**
             * Of the webhook endpoint, at least 16 characters; without it no webhooks are taken.
             * @visibility secret
             */
            webhookSecret?: string;
          }
        | {
            name: string;
            type: string;
          }
      >;
    };
  };
}
