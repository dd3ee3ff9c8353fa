import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  search?: {
    collators?: {
      /** Puts services with their levels, incidents and published postmortems of Plimsoll into the search. */
      reliability?: {
        /** Default: every 10 minutes, at most 15 minutes long, first after 30 seconds. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /** Where the pages of Plimsoll are. Default: /reliability */
        path?: string;
        /**
         * Where the reliability of a service is shown; `:namespace`, `:kind` and `:name` stand for its own.
         * Default: /catalog/:namespace/:kind/:name/reliability
         */
        locationTemplate?: string;
        /** Incidents that began longer ago than so many days are not found; postmortems always are. Default: 365 */
        days?: number;
      };
    };
  };
}
