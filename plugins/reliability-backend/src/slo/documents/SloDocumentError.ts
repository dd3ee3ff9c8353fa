/** Why a file with SLOs cannot be read; the message is shown to people and says what is allowed. */
export class SloDocumentError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SloDocumentError';
  }
}
