import { Duration } from 'luxon';

/** An ISO 8601 duration as people say it: `PT15M` is "15 minutes". What is none comes back as it is. */
export function durationWords(iso: string): string {
  const duration = Duration.fromISO(iso);
  return duration.isValid ? duration.toHuman() : iso;
}
