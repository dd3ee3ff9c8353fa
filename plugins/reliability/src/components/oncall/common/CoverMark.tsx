import { makeStyles } from '@material-ui/core/styles';
import CoveredIcon from '@material-ui/icons/CheckCircle';
import UncoveredIcon from '@material-ui/icons/Cancel';
import UnknownIcon from '@material-ui/icons/HelpOutline';
import NoneIcon from '@material-ui/icons/RemoveCircleOutline';
import type { CoverState } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { statusColors } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    whiteSpace: 'nowrap',
    fontSize: '0.875rem',
    '& svg': { fontSize: 18, color: theme.palette.text.secondary },
  },
  covered: { '& svg': { color: statusColors(theme).good } },
  uncovered: {
    fontWeight: 600,
    '& svg': { color: statusColors(theme).bad },
  },
  unplanned: {},
  unknown: {},
  none: {},
}));

const icons = {
  covered: CoveredIcon,
  uncovered: UncoveredIcon,
  unplanned: NoneIcon,
  unknown: UnknownIcon,
  none: NoneIcon,
};

/** Whether somebody is on call: an icon and the words. What is not known is never green. */
export function CoverMark(props: {
  state: CoverState;
  /** Whether the tier wants nobody at this time. */
  unwanted?: boolean;
}) {
  const state =
    props.unwanted && props.state === 'uncovered' ? 'unplanned' : props.state;
  const classes = useStyles();
  const { t } = useTranslation();
  const Icon = icons[state];
  return (
    <span
      className={`${classes.root} ${classes[state]}`}
      title={t(`oncall.stateHelp.${state}`)}
    >
      <Icon aria-hidden="true" />
      {t(`oncall.state.${state}`)}
    </span>
  );
}
