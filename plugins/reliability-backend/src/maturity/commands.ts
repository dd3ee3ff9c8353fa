import {
  facetQuerySchema,
  historyQuerySchema,
  listServicesQuerySchema,
  pageQuerySchema,
  serviceFilterSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';

/** Parsed queries, as the services take them. */
export type FilterCommand = z.output<typeof serviceFilterSchema>;
export type ListCommand = z.output<typeof listServicesQuerySchema>;
export type FacetCommand = z.output<typeof facetQuerySchema>;
export type HistoryCommand = z.output<typeof historyQuerySchema>;
export type PageCommand = z.output<typeof pageQuerySchema>;
