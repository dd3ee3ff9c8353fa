import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/** How and when documents are collected. */
export interface CollatorConfig {
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
  /** Where the pages of Plimsoll are, without a slash at the end. */
  readonly path: string;
  /** Incidents that began longer ago are not collected. */
  readonly days: number;
}

const KEY = 'search.collators.reliability';

const defaultSchedule: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 10 },
  timeout: { minutes: 15 },
  initialDelay: { seconds: 30 },
};

const MAX_DAYS = 3650;

/**
 * Reads `search.collators.reliability`.
 *
 * @throws InputError with the path of the key that is wrong
 */
export function readCollatorConfig(root: RootConfigService): CollatorConfig {
  const config = root.getOptionalConfig(KEY);
  const path = config?.getOptionalString('path') ?? '/reliability';
  if (!/^\/[^/\\]/.test(path)) {
    throw new InputError(`${KEY}.path: expected a path such as /reliability`);
  }
  const days = config?.getOptionalNumber('days') ?? 365;
  if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS) {
    throw new InputError(
      `${KEY}.days: expected a whole number from 1 to ${MAX_DAYS}`,
    );
  }
  const schedule = config?.getOptionalConfig('schedule');
  return {
    path: path.replace(/\/+$/, ''),
    days,
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : defaultSchedule,
  };
}
