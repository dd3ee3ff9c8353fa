export interface Config {
  reliability?: {
    slo?: {
      sources?: Array<
        | {
            /** What `metricSourceRef` in a document says. */
            name: string;
            type: 'prometheus';
            /** Of several sources, the one that is meant where a document names none. */
            default?: boolean;
            /** Address in front of `/api/v1/query`. */
            url: string;
            /** @deepVisibility secret */
            headers?: { [name: string]: string };
            basic?: {
              username: string;
              /** @visibility secret */
              password: string;
            };
            /** One of the two. */
            bearer?: {
              /** @visibility secret */
              token?: string;
              /** Read anew for every question. */
              tokenFile?: string;
            };
            tls?: {
              /** PEM file with the authorities to trust. */
              caFile?: string;
              certFile?: string;
              keyFile?: string;
              /** Default: true */
              rejectUnauthorized?: boolean;
            };
            /** Sent as X-Scope-OrgID. */
            tenant?: string;
            /** Parameters that only Thanos knows. */
            thanos?: {
              /** Default: true */
              dedup?: boolean;
              /** Default: false */
              partialResponse?: boolean;
              /** Default: 0s, which keeps downsampled data out. */
              maxSourceResolution?: string;
            };
            /** ISO 8601 duration for one answer. Default: PT10S */
            timeout?: string;
            /** Questions at the same time. Default: 4 */
            concurrency?: number;
            /** Questions in any minute. Default: no limit */
            queriesPerMinute?: number;
            /** Larger answers are refused. Default: 10000000 */
            maxResponseBytes?: number;
            /** How often the targets are scraped, ISO 8601. Default: PT30S */
            scrapeInterval?: string;
          }
        | {
            name: string;
            type: string;
          }
      >;
    };
  };
}
