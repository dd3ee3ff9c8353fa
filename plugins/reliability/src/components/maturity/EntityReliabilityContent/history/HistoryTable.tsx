import { makeStyles } from '@material-ui/core/styles';
import type { HistoryEntry } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { dayText } from '../../../../utils/dates';
import { CauseChip, TimeAgo, visuallyHidden } from '../../../common';
import { ByWhom } from '../../changes/ByWhom';
import { plainTable } from '../../plainTable';
import { ScrollRegion } from '../../ScrollRegion';
import { FlipList } from './FlipList';
import { LevelStep, ScoreStep } from './HistoryStep';

const useStyles = makeStyles(theme => ({
  table: plainTable(theme),
  nowrap: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  ago: { fontSize: '0.75rem', color: theme.palette.text.secondary },
  what: { minWidth: 240, overflowWrap: 'anywhere' },
  caption: visuallyHidden,
}));

/** Every change in words: what the chart shows, and why it happened. */
export function HistoryTable({ items }: { items: readonly HistoryEntry[] }) {
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <ScrollRegion label={t('history.caption')}>
      <table className={classes.table}>
        <caption className={classes.caption}>{t('history.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('history.when')}</th>
            <th scope="col">{t('history.level')}</th>
            <th scope="col">{t('history.points')}</th>
            <th scope="col">{t('history.cause')}</th>
            <th scope="col">{t('history.what')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(entry => (
            <tr key={entry.at}>
              <th scope="row" className={classes.nowrap}>
                {dayText(entry.at)}
                <div className={classes.ago}>
                  <TimeAgo at={entry.at} />
                </div>
              </th>
              <td className={classes.nowrap}>
                <LevelStep level={entry.level} />
              </td>
              <td className={classes.nowrap}>
                <ScoreStep score={entry.score} />
              </td>
              <td>
                <CauseChip cause={entry.cause} />
                {entry.by && (
                  <div className={classes.ago}>
                    {t('changes.by.by')} <ByWhom by={entry.by} />
                  </div>
                )}
              </td>
              <td className={classes.what}>
                <FlipList entry={entry} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
