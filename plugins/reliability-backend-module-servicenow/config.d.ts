export interface Config {
  reliability?: {
    incidents?: {
      accounts?: Array<
        | {
            /** What `plimsoll.dev/incidents` and the address of webhooks name. */
            name: string;
            type: 'servicenow';
            /** Of several accounts of this type, the one that is meant where only the type is named. */
            default?: boolean;
            /** Levels from 1, the worst, to 5, by priorities: `P1` to `P5`, others as they are shown. */
            severities?: { [name: string]: number };
            /** Address of the instance, such as https://acme.service-now.com */
            baseUrl: string;
            /** Of a user that may read incidents; with `password`. */
            username?: string;
            /** @visibility secret */
            password?: string;
            /**
             * An inbound REST API key, instead of user and password.
             * @visibility secret
             */
            apiKey?: string;
            /** An encoded query that incidents must meet, such as `priority<=2`. Default: all incidents. */
            query?: string;
            /** Whether incidents that have a parent go on under it, or count themselves. Default: merged */
            children?: 'merged' | 'counted';
            /**
             * Sent by a business rule in the header `x-plimsoll-secret`, at least 16 characters; without it no webhooks
             * are taken.
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
