import { routes } from '@plimsoll/backstage-plugin-reliability-common';
import { Endpoint } from '../http/endpoint';
import { MirrorService } from './MirrorService';
import { OncallAccountService } from './OncallAccountService';
import { OncallCalendarService } from './OncallCalendarService';
import { OncallListService } from './OncallListService';
import { OncallService } from './OncallService';
import { OwnerOncallService } from './OwnerOncallService';
import { PersonOncallService } from './PersonOncallService';
import { RotationListService } from './RotationListService';

export interface OncallApi {
  readonly oncall: OncallService;
  readonly oncallDirectory: OncallListService;
  readonly oncallRotations: RotationListService;
  readonly oncallAccounts: OncallAccountService;
  readonly oncallMirror: MirrorService;
  readonly oncallCalendar: OncallCalendarService;
  readonly oncallOfPeople: PersonOncallService;
  readonly oncallOfOwners: OwnerOncallService;
}

/** Who is on call for a service, a person, an owner and the company. */
export function addOncallRoutes(on: Endpoint, services: OncallApi): void {
  addServiceRoutes(on, services);
  on(routes.listOncall, ({ query, credentials }) =>
    services.oncallDirectory.list(query, credentials),
  );
  on(routes.listRotations, ({ query, credentials }) =>
    services.oncallRotations.list(query, credentials),
  );
  on(routes.listOncallAccounts, ({ credentials }) =>
    services.oncallAccounts.list(credentials),
  );
  on(routes.getPersonOncall, ({ params, credentials }) =>
    services.oncallOfPeople.get(params.ref, credentials),
  );
  on(routes.getOwnerOncall, ({ params, credentials }) =>
    services.oncallOfOwners.get(params.ref, credentials),
  );
}

function addServiceRoutes(on: Endpoint, services: OncallApi): void {
  on(routes.getServiceOncall, ({ entityRef, credentials }) =>
    services.oncall.ofService(entityRef, credentials),
  );
  on(routes.getOncallMirror, ({ entityRef, query, credentials }) =>
    services.oncallMirror.compare(entityRef, query, credentials),
  );
  on(routes.getOncallCalendar, ({ entityRef, credentials }) =>
    services.oncallCalendar.ofService(entityRef, credentials),
  );
}
