export * from './policy';
export * from './givenBack';
export { gateCatalogue, gateFactCatalogue } from './gateFactCatalogue';
export { gateFacts, type GateFactInput } from './gateFacts';
export { compileGatePolicy } from './compileGatePolicy';
export { defaultGatePolicies } from './defaultGatePolicies';
export {
  FULL_PAGER_WEEK,
  gateGauge,
  type GateGauge,
  type GateGaugeNoun,
  type GateGaugePart,
} from './gauge';
export { notInTime, type GateReason, type GateSeenFact } from './gateReasons';
export {
  decideGate,
  verdictOf,
  type GateContext,
  type GateDecision,
  type GateState,
  type GateWaiver,
} from './decideGate';
export { ageWords, gateHeadline } from './gateWording';
