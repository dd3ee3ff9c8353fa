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

  /** What went wrong at the demo portal's invented company, and what was learned. Absent: nothing. */
  demoIncidents?: {
    /** Folder of the files, relative to packages/backend. */
    files: string;
  };

  /** Vendors that the demo portal starts in place of those of its invented company. Absent: none. */
  demoOncall?: {
    /** The file of what they know, relative to packages/backend. */
    file: string;
    /** Where they listen on this machine. */
    port: number;
  };

  /** Whether the demo portal makes up 90 days of the past of its invented company. Absent: no. */
  demoPast?: boolean;

  /** What the leads and pipelines of the demo portal's invented company decided and asked. Absent: nothing. */
  demoProgramme?: {
    /** Folder of the files, relative to packages/backend. */
    files: string;
  };

  /** Answers, doubts and reviews of readiness checklists that the demo portal brings. Absent: none. */
  demoReadiness?: {
    /** The file, relative to packages/backend. */
    file: string;
  };

  /** SLOs of the demo portal's invented company: its files, and what happens to its services. Absent: none. */
  demoSlos?: {
    /** Folder of the files, relative to packages/backend. */
    files: string;
    /** When the story begins, ISO 8601. Absent: in the hour of the start. */
    since?: string;
  };
}
