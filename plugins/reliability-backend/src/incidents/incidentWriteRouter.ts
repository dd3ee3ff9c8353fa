import { routes } from '@plimsoll/backstage-plugin-reliability-common';
import { Endpoint } from '../http/endpoint';
import { ChangeService } from './ChangeService';
import { FollowUpService } from './FollowUpService';
import { IncidentImportService } from './IncidentImportService';
import { IncidentWriteService } from './IncidentWriteService';
import { LessonListService } from './LessonListService';
import { LessonService } from './LessonService';
import { MappingService } from './MappingService';
import { PostmortemListService } from './PostmortemListService';
import { PostmortemService } from './PostmortemService';

export interface IncidentWriteApi {
  readonly incidentWrites: IncidentWriteService;
  readonly incidentImports: IncidentImportService;
  readonly incidentMappings: MappingService;
  readonly postmortems: PostmortemService;
  readonly postmortemList: PostmortemListService;
  readonly followUps: FollowUpService;
  readonly lessons: LessonService;
  readonly lessonList: LessonListService;
  readonly changes: ChangeService;
}

/** What people and machines write about incidents, and what was learned of them. */
export function addIncidentWriteRoutes(
  on: Endpoint,
  services: IncidentWriteApi,
): void {
  addWriteRoutes(on, services);
  addMappingRoutes(on, services);
  addPostmortemRoutes(on, services);
  addFollowUpRoutes(on, services);
  addLessonRoutes(on, services);
}

function addWriteRoutes(on: Endpoint, services: IncidentWriteApi): void {
  on(routes.createIncident, ({ body, credentials }) =>
    services.incidentWrites.create(body, credentials),
  );
  on(routes.importIncidents, ({ body, credentials }) =>
    services.incidentImports.import(body, credentials),
  );
  on(routes.patchIncident, ({ params, body, credentials }) =>
    services.incidentWrites.patch(params.id, body, credentials),
  );
  on(routes.pushChanges, ({ body, credentials }) =>
    services.changes.push(body, credentials),
  );
}

function addMappingRoutes(on: Endpoint, services: IncidentWriteApi): void {
  on(routes.listUnmapped, ({ query, credentials }) =>
    services.incidentMappings.list(query, credentials),
  );
  on(routes.putMapping, ({ body, credentials }) =>
    services.incidentMappings.put(body, credentials),
  );
  on(routes.deleteMapping, ({ query, credentials }) =>
    services.incidentMappings.remove(query, credentials),
  );
}

function addPostmortemRoutes(on: Endpoint, services: IncidentWriteApi): void {
  on(routes.getPostmortem, ({ params, credentials }) =>
    services.postmortems.get(params.id, credentials),
  );
  on(routes.putPostmortem, ({ params, body, credentials }) =>
    services.postmortems.put(params.id, body, credentials),
  );
  on(routes.setPostmortemStatus, ({ params, body, credentials }) =>
    services.postmortems.setStatus(params.id, body, credentials),
  );
  on(routes.checkPostmortemWording, ({ body }) =>
    services.postmortems.hints(body),
  );
  on(routes.listPostmortems, ({ query, credentials }) =>
    services.postmortemList.list(query, credentials),
  );
}

function addFollowUpRoutes(on: Endpoint, services: IncidentWriteApi): void {
  on(routes.createFollowUp, ({ params, body, credentials }) =>
    services.followUps.create(params.id, body, credentials),
  );
  on(routes.listFollowUps, ({ query, credentials }) =>
    services.followUps.list(query, credentials),
  );
  on(routes.patchFollowUp, ({ params, body, credentials }) =>
    services.followUps.patch(params.id, body, credentials),
  );
}

function addLessonRoutes(on: Endpoint, services: IncidentWriteApi): void {
  on(routes.previewLesson, ({ params, query, credentials }) =>
    services.lessonList.preview(params.id, query, credentials),
  );
  on(routes.proposeLesson, ({ params, body, credentials }) =>
    services.lessons.propose(params.id, body, credentials),
  );
  on(routes.listLessons, ({ query, credentials }) =>
    services.lessonList.list(query, credentials),
  );
  on(routes.decideLesson, ({ params, body, credentials }) =>
    services.lessons.decide(params.id, body, credentials),
  );
}
