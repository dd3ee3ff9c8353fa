import { makeStyles } from '@material-ui/core/styles';
import type { LevelNowItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { momentText, relativeTo } from '../../../utils/oncall/times';
import { usePeople } from './usePeople';

const useStyles = makeStyles(theme => ({
  root: { fontSize: '0.8125rem', overflowWrap: 'anywhere' },
  quiet: { color: theme.palette.text.secondary },
}));

/** Until when somebody is on call, seen from `at`, and who is next. */
export function UntilText(props: {
  level: LevelNowItem;
  /** Absent: from now. */
  at?: string;
  /** Only until when. */
  short?: boolean;
}) {
  const { level, at, short } = props;
  const { until, next } = level;
  const classes = useStyles();
  const { t } = useTranslation();
  const { listOf } = usePeople();
  return (
    <span className={classes.root}>
      {until ? (
        <>
          <time dateTime={until}>
            {t('oncall.until', { time: momentText(until) })}
          </time>{' '}
          <span className={classes.quiet}>
            {t('oncall.untilIn', { relative: relativeTo(until, at) })}
          </span>
        </>
      ) : (
        <span className={classes.quiet}>{t('oncall.untilUnknown')}</span>
      )}
      {next && !short && (
        <>
          {', '}
          {next.people.length > 0
            ? t('oncall.next', { people: listOf(next.people) })
            : t('oncall.thenNobody')}
        </>
      )}
    </span>
  );
}
