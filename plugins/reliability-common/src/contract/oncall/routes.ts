import { z } from 'zod';
import { RouteContract } from '../routeContract';
import {
  listOncallQuerySchema,
  listOncallResponseSchema,
  listRotationsQuerySchema,
  listRotationsResponseSchema,
  oncallAccountsResponseSchema,
  ownerOncallResponseSchema,
  personOncallResponseSchema,
} from './directory';
import {
  oncallMirrorQuerySchema,
  oncallMirrorResponseSchema,
  serviceOncallResponseSchema,
} from './service';

const SERVICE = '/services/:kind/:namespace/:name';

/** An iCalendar file. @public */
export const oncallCalendarResponseSchema = z.string();

/** The routes of on-call. @public */
export const oncallRoutes = {
  listOncall: {
    method: 'get',
    path: '/oncall',
    summary: 'Who is on call for what, the whole company',
    query: listOncallQuerySchema,
    response: listOncallResponseSchema,
    statuses: [400],
  },
  listOncallAccounts: {
    method: 'get',
    path: '/oncall/accounts',
    summary: 'How each account at a provider does',
    response: oncallAccountsResponseSchema,
    statuses: [],
  },
  listRotations: {
    method: 'get',
    path: '/rotations',
    summary: 'The rotations that services use, and who is on them',
    query: listRotationsQuerySchema,
    response: listRotationsResponseSchema,
    statuses: [400],
  },
  getServiceOncall: {
    method: 'get',
    path: `${SERVICE}/oncall`,
    summary: 'Who is on call for a service, for how long, and what is doubtful',
    response: serviceOncallResponseSchema,
    statuses: [404],
  },
  getOncallMirror: {
    method: 'get',
    path: `${SERVICE}/oncall/mirror`,
    summary: 'Two accounts of a service side by side',
    query: oncallMirrorQuerySchema,
    response: oncallMirrorResponseSchema,
    statuses: [400, 404],
  },
  getOncallCalendar: {
    method: 'get',
    path: `${SERVICE}/oncall.ics`,
    summary: 'The shifts of a service as a calendar',
    response: oncallCalendarResponseSchema,
    statuses: [404],
  },
  getPersonOncall: {
    method: 'get',
    path: '/people/:ref/oncall',
    summary:
      'What a person is on call for, now and soon; of oneself without a permission',
    response: personOncallResponseSchema,
    statuses: [400, 403, 404],
  },
  getOwnerOncall: {
    method: 'get',
    path: '/owners/:ref/oncall',
    summary:
      'The rotations of the services of an owner and of the groups below it, and who carries them',
    response: ownerOncallResponseSchema,
    statuses: [400],
  },
} as const satisfies Record<string, RouteContract>;
