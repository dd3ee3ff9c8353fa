import type { KpiItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useMemo } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { lengthText } from '../../../utils/incidents/lengths';
import { wholeNumber } from '../../../utils/wholeNumber';

const MINUTE = 60_000;

const rounded = (value: number, digits = 1) =>
  value.toLocaleString('en-US', { maximumFractionDigits: digits });

/** A figure beside its target: as many digits as tell the two apart, or "20 %, at most 20 %" would be missed. */
function besideTarget(value: number, target: number | null | undefined) {
  const digits = [1, 2, 3].find(
    each =>
      target === null ||
      target === undefined ||
      value === target ||
      rounded(value, each) !== rounded(target, each),
  );
  return rounded(value, digits ?? 3);
}

/** What the number n of a figure counts. */
const basisOf = (id: string) => {
  switch (id) {
    case 'slo-compliance':
    case 'budget-consumed':
    case 'budgets-spent':
      return 'slos';
    case 'repeat-rate':
    case 'time-to-detect':
    case 'time-to-acknowledge':
    case 'time-to-restore':
      return 'incidents';
    case 'sev1-incidents':
    case 'sev2-incidents':
    case 'impact-minutes':
      return 'connected';
    case 'change-failure-rate':
      return 'deployments';
    case 'postmortem-timeliness':
      return 'postmortems';
    case 'follow-up-timeliness':
      return 'followUps';
    case 'page-load':
      return 'rotations';
    case 'after-hours-share':
    case 'noise-share':
      return 'pages';
    default:
      return 'services';
  }
};

type Told = Pick<KpiItem, 'unit'> & Partial<Pick<KpiItem, 'target'>>;
type Measured = Pick<KpiItem, 'unit' | 'direction' | 'target'>;

/** What figures are in words. */
export function useKpiWords() {
  const { t } = useTranslation();
  return useMemo(() => {
    const value = ({ unit, target }: Told, given: number): string => {
      const number = besideTarget(given, target);
      switch (unit) {
        case 'percent':
          return t('kpis.unit.percent', { number });
        case 'minutes':
          return given === 0 ? '0 min' : lengthText(given * MINUTE);
        case 'per-week':
          return t('kpis.unit.perWeek', { number });
        case 'count':
          return number;
        default:
          return t('kpis.unit.other', { number, unit });
      }
    };
    return {
      value,
      valueOrUnknown: (kpi: Told, given: number | null) =>
        given === null ? t('kpis.unknown') : value(kpi, given),
      target: (kpi: Measured): string | undefined =>
        kpi.target === null
          ? undefined
          : t(`kpis.target.${kpi.direction}`, {
              value: value(kpi, kpi.target),
            }),
      trend: (kpi: KpiItem): string => {
        const { trend, n, group } = kpi;
        if (!trend) {
          const isFew = kpi.value !== null && n < 10 && group !== 'others';
          return t(isFew ? 'kpis.trend.few' : 'kpis.trend.none');
        }
        return trend.verdict === 'same'
          ? t('kpis.trend.same')
          : t(`kpis.trend.${trend.verdict}`, {
              previous: value(kpi, trend.previous),
            });
      },
      basis: ({ id, n, of, coverage }: KpiItem): string => {
        const line = t('kpis.basis.line', {
          n: wholeNumber(n),
          of: wholeNumber(of),
          noun: t(`kpis.basis.${basisOf(id)}`),
        });
        // Where n already says it, the share would only repeat it.
        const isTold = coverage === null || (of > 0 && coverage === n / of);
        return isTold
          ? line
          : `${line}, ${t('kpis.basis.coverage', {
              percent: rounded(100 * coverage),
            })}`;
      },
    };
  }, [t]);
}
