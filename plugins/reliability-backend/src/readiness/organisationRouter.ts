import { routes } from '@plimsoll/backstage-plugin-reliability-common';
import { Endpoint } from '../http/endpoint';
import { ExportService } from './ExportService';
import { ImportService } from './ImportService';
import { OrganisationService } from './OrganisationService';
import { TaskService } from './TaskService';

export interface OrganisationServices {
  readonly organisation: OrganisationService;
  readonly exports: ExportService;
  readonly imports: ImportService;
  readonly readinessTasks: TaskService;
}

/** Checklists over all services, and what a person owes. */
export function addOrganisationRoutes(
  on: Endpoint,
  services: OrganisationServices,
) {
  const { organisation, exports, imports, readinessTasks } = services;

  on(routes.listProgress, ({ params, query, credentials }) =>
    organisation.progress(params.id, query, credentials),
  );
  on(routes.getChecklistOverview, ({ params, query, credentials }) =>
    organisation.overview(params.id, query, credentials),
  );
  on(routes.exportAnswers, ({ params, query, credentials }) =>
    exports.exportAnswers(params.id, query, credentials),
  );
  on(routes.importAnswers, ({ params, body, credentials }) =>
    imports.importAnswers(params.id, body, credentials),
  );
  on(routes.listTasks, ({ query, credentials }) =>
    readinessTasks.list(query, credentials),
  );
}
