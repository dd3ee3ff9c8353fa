export * from './pastReport';
export type { NetFlip, PointsByCause, StateComparison } from './comparison';
export * from './compareStates';
export { CHANGE_CAUSES } from './split';
export * from './totals';
