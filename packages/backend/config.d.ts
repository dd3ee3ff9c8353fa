export interface Config {
  auth?: {
    providers?: {
      /** Lets anybody sign in as anybody of the invented company. Absent: nobody. */
      demo?: {
        development: {
          /** Without it the backend does not start unless NODE_ENV is development. */
          dangerouslyAllowOutsideDevelopment?: boolean;
        };
      };
    };
  };

  /** Facts that the demo portal pushes for its invented company. Absent: none. */
  demoFacts?: {
    /** The file, relative to packages/backend. */
    file: string;
  };

  /** Answers, doubts and reviews of readiness checklists that the demo portal brings. Absent: none. */
  demoReadiness?: {
    /** The file, relative to packages/backend. */
    file: string;
  };
}
