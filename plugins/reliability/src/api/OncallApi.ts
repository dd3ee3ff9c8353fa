import type {
  ListOncallQuery,
  ListOncallResponse,
  ListRotationsQuery,
  ListRotationsResponse,
  OncallAccountsResponse,
  OncallMirrorQuery,
  OncallMirrorResponse,
  OwnerOncallResponse,
  PersonOncallResponse,
  ServiceOncallResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { RequestOptions } from './requests';

/**
 * What the frontend asks about on-call. Every answer is what was read from the providers on schedule; no
 * request makes the backend ask one.
 *
 * @public
 */
export interface OncallApi {
  /** One page of who is on call for what. */
  getOncall(
    query: ListOncallQuery,
    options?: RequestOptions,
  ): Promise<ListOncallResponse>;
  /** One page of the rotations that services use. */
  getRotations(
    query: ListRotationsQuery,
    options?: RequestOptions,
  ): Promise<ListRotationsResponse>;
  /** How each account at a provider does. */
  getOncallAccounts(options?: RequestOptions): Promise<OncallAccountsResponse>;
  /** Who is on call for a service, and what is doubtful about it. */
  getServiceOncall(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<ServiceOncallResponse>;
  /** Two accounts of a service side by side. */
  getOncallMirror(
    entityRef: string,
    query?: OncallMirrorQuery,
    options?: RequestOptions,
  ): Promise<OncallMirrorResponse>;
  /** The shifts of a service: an iCalendar file as its text. */
  getOncallCalendar(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<string>;
  /** Where that file is. It needs a sign-in or a token. */
  getOncallCalendarUrl(entityRef: string): Promise<string>;
  /** What a user of the catalog is on call for. */
  getPersonOncall(
    userRef: string,
    options?: RequestOptions,
  ): Promise<PersonOncallResponse>;
  /** The rotations of the services of an owner, and who carries them. */
  getOwnerOncall(
    ownerRef: string,
    options?: RequestOptions,
  ): Promise<OwnerOncallResponse>;
}
