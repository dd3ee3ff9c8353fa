import { makeStyles } from '@material-ui/core/styles';
import MetIcon from '@material-ui/icons/CheckCircle';
import MissedIcon from '@material-ui/icons/Cancel';
import UnknownIcon from '@material-ui/icons/HelpOutline';
import NoTargetIcon from '@material-ui/icons/RemoveCircleOutline';
import type { KpiMet as Met } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { statusColors } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 4,
    whiteSpace: 'nowrap',
    '& svg': { fontSize: 16, color: theme.palette.text.secondary },
  },
  yes: { '& svg': { color: statusColors(theme).good } },
  no: { fontWeight: 600, '& svg': { color: statusColors(theme).bad } },
  unknown: {},
  'no-target': { color: theme.palette.text.secondary },
}));

const icons = {
  yes: MetIcon,
  no: MissedIcon,
  unknown: UnknownIcon,
  'no-target': NoTargetIcon,
};

/** Whether a figure is as good as its target: an icon and the word. */
export function KpiMet({ met }: { met: Met }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const Icon = icons[met];
  return (
    <span className={`${classes.root} ${classes[met]}`}>
      <Icon aria-hidden="true" />
      {t(`kpis.met.${met}`)}
    </span>
  );
}
