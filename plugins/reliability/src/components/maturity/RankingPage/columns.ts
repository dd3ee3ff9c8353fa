import type { OrderBy } from '../../../utils/rankingParams';
import type { SortColumn } from './SortHeader';

/** A column of the ranking; those with `orderBy` can be sorted. */
export interface Column extends SortColumn<OrderBy> {
  key:
    | 'rank'
    | 'service'
    | 'owner'
    | 'tier'
    | 'level'
    | 'score'
    | 'coverage'
    | 'dimensions'
    | 'trend'
    | 'attention';
}

export const columns: readonly Column[] = [
  { key: 'rank', orderBy: 'rank', first: 'asc', align: 'right', width: 56 },
  { key: 'service', orderBy: 'title', first: 'asc' },
  { key: 'owner', orderBy: 'owner', first: 'asc', width: 124 },
  { key: 'tier', orderBy: 'tier', first: 'asc', width: 156 },
  { key: 'level', width: 118 },
  { key: 'score', orderBy: 'score', first: 'desc', width: 108 },
  {
    key: 'coverage',
    orderBy: 'coverage',
    first: 'asc',
    align: 'right',
    width: 98,
  },
  { key: 'dimensions', width: 102 },
  // What fell most is what one wants to see first.
  { key: 'trend', orderBy: 'trend', first: 'asc', align: 'right', width: 68 },
  { key: 'attention', width: '15%' },
];
