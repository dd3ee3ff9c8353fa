/** The command was not written as it must be; the message says what is allowed. */
export class UsageError extends Error {}
