/** A query that cannot be used. The message says what to write instead. */
export class PromqlError extends Error {
  /**
   * @param code - stable, for instance `promql-syntax`
   * @param offset - in the text of the query, from 0
   */
  constructor(readonly code: string, message: string, readonly offset: number) {
    super(message);
    this.name = 'PromqlError';
  }
}
