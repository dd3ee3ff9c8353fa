/**
 * For tests of modules that read from a provider.
 *
 * @packageDocumentation
 */
export { describeOncallProvider } from './testUtils/describeOncallProvider';
export { describeIncidentProvider } from './testUtils/describeIncidentProvider';
export {
  type ContractIncident,
  type IncidentContractFeature,
  type IncidentContractVendor,
  type IncidentProviderHarness,
} from './testUtils/incidents/harness';
export {
  type ContractConfig,
  type ContractFault,
  type ContractFeature,
  type ContractPerson,
  type ContractRotation,
  type ContractShift,
  type ContractVendor,
  type OncallProviderHarness,
} from './testUtils/harness';
export {
  simulatedRuntime,
  type SimulatedRuntime,
} from './testUtils/simulation';
