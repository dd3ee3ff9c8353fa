import type {
  HeatCell,
  HeatColumn,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { points } from '../../../../utils/points';

/** What stands in the map, in words. */
export function useHeatWords() {
  const { t } = useTranslation();
  const nameOf = ({ title, enforcement }: HeatColumn) =>
    enforcement === 'enforced'
      ? title
      : t('rollups.map.notCounted', {
          name: title,
          state: t(`rollups.map.${enforcement}`),
        });
  const stateOf = (cell: HeatCell | null): string => {
    if (!cell) return t('rollups.map.outdated');
    const outcome = t(`common.outcome.${cell.outcome}`);
    const { score, coverage } = cell;
    if (score === undefined || coverage === undefined || coverage === 0) {
      return outcome;
    }
    const words = { outcome, score: String(points(score)) };
    return coverage < 1000
      ? t('rollups.map.scorePartly', {
          ...words,
          coverage: String(points(coverage)),
        })
      : t('rollups.map.score', words);
  };
  const totalsOf = (column: HeatColumn): string => {
    const { totals } = column;
    const text = t('rollups.map.totalsHelp', {
      name: nameOf(column),
      pass: String(totals.pass),
      fail: String(totals.fail),
      unknown: String(totals.unknown),
      exempt: String(totals.exempt),
      notApplicable: String(totals['not-applicable']),
    });
    return totals.outdated > 0
      ? t('rollups.map.totalsOutdated', {
          text,
          outdated: String(totals.outdated),
        })
      : text;
  };
  const cellOf = (service: string, column: HeatColumn, cell: HeatCell | null) =>
    t('rollups.map.cell', {
      service,
      column: nameOf(column),
      state: stateOf(cell),
    });
  return { nameOf, stateOf, totalsOf, cellOf };
}
