export interface Config {
  reliability?: {
    incidents?: {
      accounts?: Array<
        | {
            /** What `plimsoll.dev/incidents` and the address of webhooks name. */
            name: string;
            type: 'statuspage';
            /** Of several accounts of this type, the one that is meant where only the type is named. */
            default?: boolean;
            /** Levels from 1, the worst, to 5, by impacts: `critical`, `major`, `minor`, `none`. */
            severities?: { [name: string]: number };
            /** Whether the page is read as everybody can, without a key. Default: false */
            public?: boolean;
            /** Of the API, default https://api.statuspage.io; of a public page, its own address. */
            baseUrl?: string;
            /** Not of a public page. */
            pageId?: string;
            /**
             * An API key of a user that may see the page; not of a public page.
             * @visibility secret
             */
            apiKey?: string;
            /**
             * Part of the address that is given to the page as a subscriber, at least 16 characters; without it no
             * webhooks are taken.
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
