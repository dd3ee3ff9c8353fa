import type { HistoryEntry } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { points } from '../../../../utils/points';
import { FromTo } from './FromTo';

/** From one to the other, or the one that stayed. */
function Step({ from, to }: { from: string | null; to: string }) {
  return from === null || from === to ? (
    <>{to}</>
  ) : (
    <FromTo from={from} to={to} />
  );
}

/** The level before and after. */
export function LevelStep({ level }: Pick<HistoryEntry, 'level'>) {
  const { t } = useTranslation();
  const name = ({ index, name: given }: HistoryEntry['level']['to']) =>
    index < 0 ? t('common.level.none') : given;
  return <Step from={level.from && name(level.from)} to={name(level.to)} />;
}

/** The score before and after, in points. */
export function ScoreStep({ score }: Pick<HistoryEntry, 'score'>) {
  return (
    <Step
      from={score.from === null ? null : String(points(score.from))}
      to={String(points(score.to))}
    />
  );
}
