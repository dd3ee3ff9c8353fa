/** A feed of which nothing can be used. The message ends the sentence `Feed "…" of account "…" …`. */
export class CalendarError extends Error {
  constructor(readonly failure: 'bad-answer' | 'too-much', message: string) {
    super(message);
    this.name = 'CalendarError';
  }
}
