import { useTranslation } from '../../../hooks/useTranslation';
import { lengthText } from '../../../utils/incidents/lengths';

/** How long an incident took, or takes so far. */
export function DurationText(props: {
  /** Milliseconds; null: cannot be told. */
  ms: number | null;
  /** Whether it goes on. */
  open?: boolean;
}) {
  const { ms, open } = props;
  const { t } = useTranslation();
  if (ms === null) return <>{t('incident.duration.unknown')}</>;
  const length = lengthText(ms);
  return <>{open ? t('incident.duration.goesOn', { length }) : length}</>;
}
