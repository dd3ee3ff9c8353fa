import type {
  ExhaustionItem,
  SloWindowItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { useSloWords } from '../../common';

/** When a budget ends at a pace: `in 2 days, 4 hr`, `not within 30 days`, `spent already`. */
export function useExhaustionWords(window: SloWindowItem) {
  const { t } = useTranslation();
  const words = useSloWords();
  return ({ inMs }: Pick<ExhaustionItem, 'inMs'>) => {
    if (inMs === 0) return t('slo.ends.spent');
    if (inMs !== null) return t('slo.ends.in', { time: words.span(inMs) });
    return window.kind === 'calendar'
      ? t('slo.ends.notThisPeriod')
      : t('slo.ends.notWithin', { duration: words.duration(window.duration) });
  };
}
