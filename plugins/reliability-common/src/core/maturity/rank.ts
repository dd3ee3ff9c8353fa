/** What decides a place in the ranking. Score and coverage in per mille. @public */
export interface RankedService {
  readonly level: number;
  readonly score: number;
  readonly coverage: number;
  readonly tierRank: number;
  readonly entityRef: string;
}

const descending = (value: number, top: number, width: number) =>
  String(top - value).padStart(width, '0');

/**
 * A text whose byte order is the ranking: level, score and coverage with the high ones first, then the
 * critical tiers, then the entity reference. One column to index, one to page by.
 *
 * @public
 */
export function rankKey(service: RankedService): string {
  const level = descending(service.level, 98, 2);
  const score = descending(service.score, 1000, 4);
  const coverage = descending(service.coverage, 1000, 4);
  const tier = String(service.tierRank).padStart(3, '0');
  return `${level}|${score}|${coverage}|${tier}|${service.entityRef}`;
}
