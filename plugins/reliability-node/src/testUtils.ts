/**
 * For tests of modules that read from a provider.
 *
 * @packageDocumentation
 */
export { describeOncallProvider } from './testUtils/describeOncallProvider';
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
