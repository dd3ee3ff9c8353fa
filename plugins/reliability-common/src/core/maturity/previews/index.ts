export { isOpenCheck, type ReportedCheck, type ReportedChecks } from './judged';
export * from './whatIf';
export * from './cheapestPath';
export type {
  PathObstacle,
  PathShare,
  PathStep,
  ServicePath,
} from './pathSums';
export * from './changeScorecard';
export * from './compareRules';
export * from './yamlText';
