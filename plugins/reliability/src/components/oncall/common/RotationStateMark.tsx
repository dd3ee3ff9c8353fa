import { makeStyles } from '@material-ui/core/styles';
import OkIcon from '@material-ui/icons/CheckCircleOutline';
import MissingIcon from '@material-ui/icons/LinkOff';
import PendingIcon from '@material-ui/icons/HourglassEmpty';
import FailingIcon from '@material-ui/icons/SyncProblem';
import StaleIcon from '@material-ui/icons/Update';
import type { RotationState } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { statusColors, TimeAgo } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 0.75),
    fontSize: '0.8125rem',
    '& svg': { fontSize: 16, color: theme.palette.text.secondary },
  },
  warn: { '& svg': { color: statusColors(theme).warn } },
  bad: { '& svg': { color: statusColors(theme).bad } },
  age: { color: theme.palette.text.secondary },
}));

const icons = {
  ok: OkIcon,
  failing: FailingIcon,
  stale: StaleIcon,
  missing: MissingIcon,
  pending: PendingIcon,
};
const tones = {
  ok: undefined,
  failing: 'warn',
  stale: 'warn',
  missing: 'bad',
  pending: undefined,
} as const;

/** How a rotation does, and how old its last answer is. */
export function RotationStateMark(props: {
  state: RotationState;
  fetchedAt: string | null;
}) {
  const { state, fetchedAt } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const Icon = icons[state];
  const tone = tones[state];
  return (
    <span className={`${classes.root} ${tone ? classes[tone] : ''}`}>
      <Icon aria-hidden="true" />
      {t(`oncall.rotationState.${state}`)}{' '}
      <span className={classes.age}>
        {fetchedAt ? (
          <>
            {t('oncall.readAt')} <TimeAgo at={fetchedAt} />
          </>
        ) : (
          t('oncall.neverRead')
        )}
      </span>
    </span>
  );
}
