export interface Config {
  app?: {
    /** Each decision that a template has recorded links to its task below this address. */
    baseUrl?: string;
  };
}
