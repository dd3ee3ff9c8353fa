/** A reply that is JSON already; `T` is what it holds. */
export class JsonText<T> {
  /** Only for the type checker: two texts of different contents must not pass for each other. */
  declare readonly holds: T;

  constructor(readonly text: string) {}

  /** The reply as an object, for callers within the process. */
  parse(): T {
    return JSON.parse(this.text) as T;
  }
}
