export * from './slo';
export * from './measurement';
export {
  compareStatus,
  isKnownStatus,
  SLO_STATUSES,
  worstStatus,
} from './status';
export type { SloFlag, SloStatus } from './status';
export * from './window';
export * from './alertPairs';
export * from './evaluation';
export * from './policy';
export * from './indicators';
export { mergeCorrections } from './corrections';
export { planDay, planWindows } from './plan';
export * from './evaluateSlo';
export * from './evaluateReported';
export * from './evaluateDay';
export * from './outlook';
export * from './replay';
export * from './sloFacts';
export * from './openslo';
