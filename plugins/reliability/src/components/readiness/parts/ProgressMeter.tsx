import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../hooks/useTranslation';
import { points } from '../../../utils/points';
import { trackColor, visuallyHidden } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  track: {
    display: 'inline-flex',
    overflow: 'hidden',
    height: 6,
    borderRadius: 3,
    backgroundColor: trackColor(theme),
  },
  done: { backgroundColor: theme.palette.primary.main },
  hidden: visuallyHidden,
}));

/** How far something is: a bar, and the same as a number. */
export function ProgressMeter(props: {
  /** Per mille. */
  progress: number;
  width?: number;
}) {
  const { progress, width = 56 } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const percent = String(points(progress));
  return (
    <span className={classes.root}>
      <span className={classes.hidden}>
        {t('readiness.header.progress', { percent })}
      </span>
      <span className={classes.track} style={{ width }} aria-hidden="true">
        <span className={classes.done} style={{ width: `${progress / 10}%` }} />
      </span>
      <span aria-hidden="true">
        {t('organisation.summary.percent', { value: percent })}
      </span>
    </span>
  );
}
