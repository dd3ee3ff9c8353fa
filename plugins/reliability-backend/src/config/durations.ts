import { durationSchema } from '@plimsoll/backstage-plugin-reliability-common';
import { Duration } from 'luxon';

const HUNDRED_YEARS_MS = Duration.fromISO('P100Y').toMillis();

/** A duration that a point in time can be counted from; a database knows no year 300,000. */
export const lifetimeSchema = durationSchema.refine(
  iso => !(Duration.fromISO(iso).toMillis() > HUNDRED_YEARS_MS),
  { error: 'expected at most 100 years' },
);

/** A duration between two others. */
export const durationBetween = (least: string, most: string) =>
  lifetimeSchema.refine(
    iso => {
      const duration = Duration.fromISO(iso).toMillis();
      return (
        !(duration < Duration.fromISO(least).toMillis()) &&
        !(duration > Duration.fromISO(most).toMillis())
      );
    },
    { error: `expected a duration from ${least} to ${most}` },
  );
