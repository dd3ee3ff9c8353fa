import type { SloWindowItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { shareText, spanText, targetText } from '../../../utils/slo/numbers';

const units = {
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  M: 'month',
  Q: 'quarter',
  Y: 'year',
} as const;

function parts(duration: string) {
  const [, count, unit] = /^(\d+)([mhdwMQY])$/.exec(duration) ?? [];
  return unit
    ? { count: Number(count), unit: units[unit as keyof typeof units] }
    : undefined;
}

/** Numbers of SLOs as sentences; one place, so that every screen says the same. */
export function useSloWords() {
  const { t } = useTranslation();
  /** `30 days`; what is no duration of OpenSLO comes back as it is. */
  const duration = (text: string) => {
    const found = parts(text);
    return found
      ? t(`slo.duration.${found.unit}`, { count: found.count })
      : text;
  };
  /** `over 30 days`, `per calendar month`. */
  const window = ({ kind, duration: text }: SloWindowItem) => {
    if (kind === 'rolling') {
      return t('slo.window.rolling', { duration: duration(text) });
    }
    const found = parts(text);
    return found?.count === 1
      ? t(`slo.window.calendar.${found.unit}`)
      : t('slo.window.calendarMany', { duration: duration(text) });
  };
  return {
    duration,
    window,
    /** `99.9 % over 30 days`. */
    objective: (target: number, over: SloWindowItem) =>
      t('slo.objective', { target: targetText(target), window: window(over) }),
    /** `62 % left`, `350 % spent`, `Budget not known`. */
    budget: (remaining: number | null) => {
      if (remaining === null) return t('slo.budget.unknown');
      return remaining < 0
        ? t('slo.budget.spent', { share: shareText(1 - remaining) })
        : t('slo.budget.left', { share: shareText(remaining) });
    },
    /** `26 min`, without its sign. */
    span: spanText,
    /** `26 min left`, `1 hr, 4 min too much`. */
    time: (remainingMs: number) =>
      t(remainingMs < 0 ? 'slo.budget.timeOver' : 'slo.budget.time', {
        time: spanText(remainingMs),
      }),
  };
}
