import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import {
  entityPath,
  type CorrectionRequest,
  type DryRunRequest,
  type DryRunResponse,
  type ListSlosQuery,
  type ListSlosResponse,
  type RulesQuery,
  type ServiceSlosResponse,
  type SloHistoryQuery,
  type SloHistoryResponse,
  type SloResponse,
  type SloWriteResponse,
  type ValidateSlosRequest,
  type ValidateSlosResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ReadinessClient } from './ReadinessClient';
import { Requests, type RequestOptions } from './requests';
import type { SloApi } from './SloApi';

const sloPath = (id: string) => `/slos/${encodeURIComponent(id)}`;
const servicePath = (entityRef: string) =>
  `/services/${entityPath(entityRef)}/slos`;

/** The part of the client that speaks of SLOs, on top of that which speaks of readiness. @public */
export class SloClient extends ReadinessClient implements SloApi {
  readonly #requests: Requests;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    super(options);
    this.#requests = new Requests(options);
  }

  getSlos(
    query: ListSlosQuery,
    options?: RequestOptions,
  ): Promise<ListSlosResponse> {
    return this.#requests.json('GET', '/slos', {
      query,
      ...options,
    });
  }

  getServiceSlos(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<ServiceSlosResponse> {
    return this.#requests.json('GET', servicePath(entityRef), options);
  }

  getSlo(id: string, options?: RequestOptions): Promise<SloResponse> {
    return this.#requests.json('GET', sloPath(id), options);
  }

  getSloHistory(
    id: string,
    query: SloHistoryQuery = {},
    options?: RequestOptions,
  ): Promise<SloHistoryResponse> {
    return this.#requests.json('GET', `${sloPath(id)}/history`, {
      query,
      ...options,
    });
  }

  getSloRules(
    id: string,
    query: RulesQuery = {},
    options?: RequestOptions,
  ): Promise<string> {
    const path = `${sloPath(id)}/rules`;
    return this.#requests.text('GET', path, { query, ...options });
  }

  getServiceSloRules(
    entityRef: string,
    query: RulesQuery = {},
    options?: RequestOptions,
  ): Promise<string> {
    const path = `${servicePath(entityRef)}/rules`;
    return this.#requests.text('GET', path, { query, ...options });
  }

  getAllSloRules(
    query: RulesQuery & { owner?: string } = {},
    options?: RequestOptions,
  ): Promise<string> {
    return this.#requests.text('GET', '/slos/rules', { query, ...options });
  }

  getOpenSlo(id: string, options?: RequestOptions): Promise<string> {
    return this.#requests.text('GET', `${sloPath(id)}/openslo`, {
      query: { format: 'yaml' },
      ...options,
    });
  }

  addCorrection(
    id: string,
    body: CorrectionRequest,
    options?: RequestOptions,
  ): Promise<SloWriteResponse> {
    return this.#requests.json('POST', `${sloPath(id)}/corrections`, {
      body,
      ...options,
    });
  }

  removeCorrection(
    id: string,
    correction: string,
    options?: RequestOptions,
  ): Promise<SloWriteResponse> {
    return this.#requests.json(
      'DELETE',
      `${sloPath(id)}/corrections/${encodeURIComponent(correction)}`,
      options,
    );
  }

  validateSlos(
    body: ValidateSlosRequest,
    options?: RequestOptions,
  ): Promise<ValidateSlosResponse> {
    return this.#requests.json('POST', '/slos/validate', {
      body,
      ...options,
    });
  }

  dryRunSlo(
    body: DryRunRequest,
    options?: RequestOptions,
  ): Promise<DryRunResponse> {
    return this.#requests.json('POST', '/slos/dry-run', {
      body,
      ...options,
    });
  }
}
