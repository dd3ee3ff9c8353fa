import type { ComparedGroupItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { points } from '../../../../utils/points';

/** Why a group has no place, and what to look at twice, in words. */
export function useReasons() {
  const { t } = useTranslation();
  const one = (
    reason: ComparedGroupItem['unranked'][number],
    { services, coverage }: ComparedGroupItem['figures'],
  ): string => {
    switch (reason) {
      case 'few-services':
        return t('rollups.comparison.fewServices', { count: services });
      case 'low-coverage':
        return t('rollups.comparison.lowCoverage', {
          coverage: String(points(coverage)),
        });
      default:
        return t('rollups.comparison.noGroup');
    }
  };
  const reasonsOf = ({ unranked, figures }: ComparedGroupItem): string =>
    t('rollups.comparison.because', {
      reasons: unranked
        .map(reason => one(reason, figures))
        .reduce((first, second) =>
          t('rollups.comparison.and', { first, second }),
        ),
    });
  const signalOf = (signal: ComparedGroupItem['signals'][number]): string =>
    signal.kind === 'many-excused'
      ? t('rollups.comparison.excused', {
          share: String(points(signal.share)),
          median: String(points(signal.median)),
        })
      : t('rollups.comparison.coverageFell', {
          then: String(points(signal.coverageThen)),
          now: String(points(signal.coverage)),
        });
  return { reasonsOf, signalOf };
}
