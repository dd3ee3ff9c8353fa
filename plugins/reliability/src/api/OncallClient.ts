import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import {
  entityPath,
  type ListOncallQuery,
  type ListOncallResponse,
  type ListRotationsQuery,
  type ListRotationsResponse,
  type OncallAccountsResponse,
  type OncallMirrorQuery,
  type OncallMirrorResponse,
  type OwnerOncallResponse,
  type PersonOncallResponse,
  type ServiceOncallResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { OncallApi } from './OncallApi';
import { Requests, type RequestOptions } from './requests';
import { SloClient } from './SloClient';

const servicePath = (entityRef: string) =>
  `/services/${entityPath(entityRef)}/oncall`;

/** The part of the client that speaks of on-call, on top of that which speaks of SLOs. @public */
export class OncallClient extends SloClient implements OncallApi {
  readonly #requests: Requests;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    super(options);
    this.#requests = new Requests(options);
  }

  getOncall(
    query: ListOncallQuery,
    options?: RequestOptions,
  ): Promise<ListOncallResponse> {
    return this.#requests.json('GET', '/oncall', {
      query,
      ...options,
    });
  }

  getRotations(
    query: ListRotationsQuery,
    options?: RequestOptions,
  ): Promise<ListRotationsResponse> {
    return this.#requests.json('GET', '/rotations', {
      query,
      ...options,
    });
  }

  getOncallAccounts(options?: RequestOptions): Promise<OncallAccountsResponse> {
    return this.#requests.json('GET', '/oncall/accounts', options);
  }

  getServiceOncall(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<ServiceOncallResponse> {
    return this.#requests.json('GET', servicePath(entityRef), options);
  }

  getOncallMirror(
    entityRef: string,
    query: OncallMirrorQuery = {},
    options?: RequestOptions,
  ): Promise<OncallMirrorResponse> {
    return this.#requests.json('GET', `${servicePath(entityRef)}/mirror`, {
      query,
      ...options,
    });
  }

  getOncallCalendar(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<string> {
    return this.#requests.text('GET', `${servicePath(entityRef)}.ics`, options);
  }

  getOncallCalendarUrl(entityRef: string): Promise<string> {
    return this.#requests.url(`${servicePath(entityRef)}.ics`);
  }

  getPersonOncall(
    userRef: string,
    options?: RequestOptions,
  ): Promise<PersonOncallResponse> {
    return this.#requests.json(
      'GET',
      `/people/${encodeURIComponent(userRef)}/oncall`,
      options,
    );
  }

  getOwnerOncall(
    ownerRef: string,
    options?: RequestOptions,
  ): Promise<OwnerOncallResponse> {
    return this.#requests.json(
      'GET',
      `/owners/${encodeURIComponent(ownerRef)}/oncall`,
      options,
    );
  }
}
