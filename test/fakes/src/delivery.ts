/** A webhook as it goes over the wire; header names in lower case. */
export interface FakeDelivery {
  readonly rawBody: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  /** Path and query; empty where the vendor does not choose it. */
  readonly url: string;
}
