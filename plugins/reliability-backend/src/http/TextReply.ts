/** A reply that is text, such as Markdown, CSV or YAML. */
export class TextReply {
  constructor(
    readonly text: string,
    /** Media type without the charset, which is UTF-8. */
    readonly type: string,
    readonly filename: string,
    /** Whether a browser shows it or keeps it as a file. */
    readonly disposition: 'attachment' | 'inline' = 'attachment',
  ) {}
}
