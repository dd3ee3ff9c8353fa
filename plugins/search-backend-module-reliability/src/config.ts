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
  /** Where the reliability of a service is shown, with `:namespace`, `:kind` and `:name`. */
  readonly locationTemplate: string;
  /** Incidents that began longer ago are not collected. */
  readonly days: number;
}

const KEY = 'search.collators.reliability';

const defaultSchedule: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 10 },
  timeout: { minutes: 15 },
  initialDelay: { seconds: 30 },
};

/** The tab of the entity page, where the new frontend system puts it. */
const DEFAULT_TEMPLATE = '/catalog/:namespace/:kind/:name/reliability';

const isPath = (path: string) => /^\/[^/\\]/.test(path);

const MAX_DAYS = 3650;

/**
 * Reads `search.collators.reliability`.
 *
 * @throws InputError with the path of the key that is wrong
 */
export function readCollatorConfig(root: RootConfigService): CollatorConfig {
  const config = root.getOptionalConfig(KEY);
  const path = config?.getOptionalString('path') ?? '/reliability';
  if (!isPath(path)) {
    throw new InputError(`${KEY}.path: expected a path such as /reliability`);
  }
  const locationTemplate =
    config?.getOptionalString('locationTemplate') ?? DEFAULT_TEMPLATE;
  if (!isPath(locationTemplate) || !/:name\b/.test(locationTemplate)) {
    throw new InputError(
      `${KEY}.locationTemplate: expected a path with :name, such as ${DEFAULT_TEMPLATE}`,
    );
  }
  const days = config?.getOptionalNumber('days') ?? 365;
  if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS) {
    throw new InputError(
      `${KEY}.days: expected a whole number from 1 to ${MAX_DAYS}`,
    );
  }
  const schedule = config?.getOptionalConfig('schedule');
  return {
    locationTemplate,
    path: path.replace(/\/+$/, ''),
    days,
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : defaultSchedule,
  };
}
