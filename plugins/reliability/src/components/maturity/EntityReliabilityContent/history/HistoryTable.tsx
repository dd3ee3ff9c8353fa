import { makeStyles } from '@material-ui/core/styles';
import type { HistoryEntry } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { dayText } from '../../../../utils/dates';
import { points } from '../../../../utils/points';
import { CauseChip, TimeAgo, visuallyHidden } from '../../../common';
import { plainTable } from '../../plainTable';
import { ScrollRegion } from '../../ScrollRegion';
import { FlipList } from './FlipList';
import { FromTo } from './FromTo';

const useStyles = makeStyles(theme => ({
  table: plainTable(theme),
  nowrap: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  ago: { fontSize: '0.75rem', color: theme.palette.text.secondary },
  what: { minWidth: 240, overflowWrap: 'anywhere' },
  caption: visuallyHidden,
}));

/** "Silver to Bronze", or the one that stayed. */
function Step({ from, to }: { from: string | null; to: string }) {
  return from === null || from === to ? (
    <>{to}</>
  ) : (
    <FromTo from={from} to={to} />
  );
}

const score = (perMille: number | null) =>
  perMille === null ? null : String(points(perMille));

/** Every change in words: what the chart shows, and why it happened. */
export function HistoryTable({ items }: { items: readonly HistoryEntry[] }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const name = (level: HistoryEntry['level']['to']) =>
    level.index < 0 ? t('common.level.none') : level.name;
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
                <Step
                  from={entry.level.from && name(entry.level.from)}
                  to={name(entry.level.to)}
                />
              </td>
              <td className={classes.nowrap}>
                <Step
                  from={score(entry.score.from)}
                  to={String(points(entry.score.to))}
                />
              </td>
              <td>
                <CauseChip cause={entry.cause} />
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
