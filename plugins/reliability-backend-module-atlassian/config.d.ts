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
  };
}
