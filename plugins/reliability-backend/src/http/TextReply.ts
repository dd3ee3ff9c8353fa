/** A reply to be kept as a file, such as Markdown or CSV. */
export class TextReply {
  constructor(
    readonly text: string,
    /** Media type without the charset, which is UTF-8. */
    readonly type: string,
    readonly filename: string,
  ) {}
}
