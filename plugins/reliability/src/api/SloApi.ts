import type {
  CorrectionRequest,
  DryRunRequest,
  DryRunResponse,
  ListSlosQuery,
  ListSlosResponse,
  RulesQuery,
  ServiceSlosResponse,
  SloHistoryQuery,
  SloHistoryResponse,
  SloResponse,
  SloWriteResponse,
  ValidateSlosRequest,
  ValidateSlosResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { RequestOptions } from './requests';

/**
 * What the frontend asks about SLOs. Ids of SLOs are those that the backend answers. What is a file comes
 * as its text.
 *
 * @public
 */
export interface SloApi {
  /** One page of the SLOs of the company. */
  getSlos(
    query: ListSlosQuery,
    options?: RequestOptions,
  ): Promise<ListSlosResponse>;
  /** The SLOs of a service, whole, and what is wrong with its documents. */
  getServiceSlos(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<ServiceSlosResponse>;
  /** One SLO with its budgets, burn rates and alerts. */
  getSlo(id: string, options?: RequestOptions): Promise<SloResponse>;
  /** One row for each closed day, oldest first. */
  getSloHistory(
    id: string,
    query?: SloHistoryQuery,
    options?: RequestOptions,
  ): Promise<SloHistoryResponse>;
  /** Recording and alerting rules of an SLO, or the tests of these rules: YAML. */
  getSloRules(
    id: string,
    query?: RulesQuery,
    options?: RequestOptions,
  ): Promise<string>;
  /** The same for every SLO of a service. */
  getServiceSloRules(
    entityRef: string,
    query?: RulesQuery,
    options?: RequestOptions,
  ): Promise<string>;
  /** The same for every SLO, or for those of an owner. */
  getAllSloRules(
    query?: RulesQuery & { owner?: string },
    options?: RequestOptions,
  ): Promise<string>;
  /** The SLO as one OpenSLO v1 document: YAML. */
  getOpenSlo(id: string, options?: RequestOptions): Promise<string>;
  /** Takes a time out of the budget; answers the SLO as it then is. */
  addCorrection(
    id: string,
    request: CorrectionRequest,
    options?: RequestOptions,
  ): Promise<SloWriteResponse>;
  /** Puts that time back. */
  removeCorrection(
    id: string,
    correction: string,
    options?: RequestOptions,
  ): Promise<SloWriteResponse>;
  /** What is wrong with a document, line by line. Nothing is kept. */
  validateSlos(
    request: ValidateSlosRequest,
    options?: RequestOptions,
  ): Promise<ValidateSlosResponse>;
  /** How a draft would have done. Nothing is kept. */
  dryRunSlo(
    request: DryRunRequest,
    options?: RequestOptions,
  ): Promise<DryRunResponse>;
}
