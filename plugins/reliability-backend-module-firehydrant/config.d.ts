export interface Config {
  reliability?: {
    incidents?: {
      accounts?: Array<
        | {
            /** What `plimsoll.dev/incidents` and the address of webhooks name. */
            name: string;
            type: 'firehydrant';
            /** Of several accounts of this type, the one that is meant where only the type is named. */
            default?: boolean;
            /** Levels from 1, the worst, to 5, by what severities are called there. */
            severities?: { [name: string]: number };
            /**
             * The token of a bot that may read incidents and retrospectives.
             * @visibility secret
             */
            token: string;
            /** Default: https://api.firehydrant.io */
            baseUrl?: string;
            /**
             * Of the outbound webhook, at least 16 characters; without it no webhooks are taken.
             * @visibility secret
             */
            webhookSecret?: string;
            /** Severities of exercises. Default: GAMEDAY */
            exercises?: string[];
          }
        | {
            name: string;
            type: string;
          }
      >;
    };
  };
}
