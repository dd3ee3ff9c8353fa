export { checkQuery } from './check';
export type { SliQueryRole } from './check';
export { bucketBounds } from './le';
export { printMeasure, printSeries } from './measure';
export type { PrintedQuery, PrintWindow } from './measure';
export { queryMember, queryText } from './parts';
export type { PrintOptions } from './parts';
export {
  coverageResolution,
  printCoverage,
  printNewest,
  totalSelectors,
} from './presence';
export { printDuration, printNumber, printTime } from './duration';
export { PromqlError } from './PromqlError';
export { windowed } from './windowed';
