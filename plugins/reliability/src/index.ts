/**
 * Plimsoll for the Backstage frontend: ranking, service tab, cards and standards. These are the exports
 * for the classic frontend system; the new one takes the default export of `./alpha`.
 *
 * @packageDocumentation
 */
export * from './plugin';
export * from './api';
export type { ReliabilitySearchResultListItemProps } from './components/incidents/ReliabilitySearchResultListItem';
export { isReliabilityService } from './isReliabilityService';
export { reliabilityTranslationRef } from './translation';
