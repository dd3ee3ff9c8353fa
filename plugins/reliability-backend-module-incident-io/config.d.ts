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
  };
}
