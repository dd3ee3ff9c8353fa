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
  };
}
