import { useTranslation } from '../../../hooks/useTranslation';
import { utcText, timeText } from '../../../utils/incidents/times';

/** A time in the reader's zone; the tooltip has it in UTC. */
export function Moment({ at }: { at: string }) {
  const { t } = useTranslation();
  return (
    <time dateTime={at} title={t('incident.stamps.utc', { time: utcText(at) })}>
      {timeText(at)}
    </time>
  );
}
