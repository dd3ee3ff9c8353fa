import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { HistoryEntry } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { dayText } from '../../../../utils/dates';
import { CauseChip, TimeAgo } from '../../../common';
import { ByWhom } from '../../changes/ByWhom';
import { FlipList } from './FlipList';
import { LevelStep, ScoreStep } from './HistoryStep';

const useStyles = makeStyles(theme => ({
  root: { margin: 0, padding: 0, listStyle: 'none' },
  entry: {
    padding: theme.spacing(1.5, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    overflowWrap: 'anywhere',
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: theme.spacing(0, 2),
  },
  when: { color: theme.palette.text.secondary },
}));

/** The table's rows for a narrow screen. */
export function HistoryList({ items }: { items: readonly HistoryEntry[] }) {
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <ol className={classes.root} aria-label={t('history.caption')}>
      {items.map(entry => (
        <Typography
          key={entry.at}
          variant="body2"
          component="li"
          className={classes.entry}
        >
          <div className={classes.line}>
            <span className={classes.when}>
              {dayText(entry.at)} · <TimeAgo at={entry.at} />
            </span>
            <CauseChip cause={entry.cause} />
          </div>
          <div>
            <LevelStep level={entry.level} />
            {', '}
            {t('history.pointsOf', {
              score: <ScoreStep score={entry.score} />,
            })}
          </div>
          {entry.by && (
            <div className={classes.when}>
              {t('changes.by.by')} <ByWhom by={entry.by} />
            </div>
          )}
          <FlipList entry={entry} />
        </Typography>
      ))}
    </ol>
  );
}
