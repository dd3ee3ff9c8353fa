export interface Config {
  reliability?: {
    oncall?: {
      accounts?: Array<
        | {
            /** What `plimsoll.dev/oncall` names. */
            name: string;
            type: 'grafana';
            /** Of several accounts of this type, the one that is meant where only the type is named. */
            default?: boolean;
            /** Only compared with the others; counts for nothing. */
            mirror?: boolean;
            /**
             * A key of the OnCall API, or a token of a service account.
             * @visibility secret
             */
            token: string;
            /** Of the OnCall API, as its settings show it, without /api/v1 */
            url: string;
            /** Of the Grafana stack: needed with a token of a service account, and for links. */
            stackUrl?: string;
            /** Which app the links open. Default: oncall */
            app?: 'oncall' | 'irm';
          }
        | {
            name: string;
            type: string;
          }
      >;
    };
  };
}
