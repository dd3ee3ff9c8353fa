export interface Config {
  /** Facts that the demo portal pushes for its invented company. Absent: none. */
  demoFacts?: {
    /** The file, relative to packages/backend. */
    file: string;
  };
}
