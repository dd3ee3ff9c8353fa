import type { SloOrder } from '../../../utils/slo/sloParams';
import type { SortColumn } from '../../maturity/RankingPage/SortHeader';

/** A column of the list of SLOs; those with `orderBy` can be sorted. */
export interface SloColumn extends SortColumn<SloOrder> {
  key:
    | 'status'
    | 'service'
    | 'tier'
    | 'objective'
    | 'sli'
    | 'remaining'
    | 'burn'
    | 'alerts'
    | 'age';
}

export const columns: readonly SloColumn[] = [
  { key: 'status', orderBy: 'worst', first: 'asc', width: 112 },
  { key: 'service', orderBy: 'service', first: 'asc' },
  { key: 'tier', orderBy: 'tier', first: 'asc', width: 150 },
  { key: 'objective', width: 152 },
  { key: 'sli', align: 'right', width: 88 },
  { key: 'remaining', orderBy: 'remaining', first: 'asc', width: 180 },
  { key: 'burn', orderBy: 'burn', first: 'desc', align: 'right', width: 92 },
  { key: 'alerts', width: 104 },
  { key: 'age', width: 92 },
];
