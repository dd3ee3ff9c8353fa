import { makeStyles } from '@material-ui/core/styles';
import MergedIcon from '@material-ui/icons/CallMerge';
import ResolvedIcon from '@material-ui/icons/CheckCircleOutline';
import OpenIcon from '@material-ui/icons/ErrorOutline';
import TriageIcon from '@material-ui/icons/HelpOutline';
import AcknowledgedIcon from '@material-ui/icons/HowToReg';
import MitigatedIcon from '@material-ui/icons/Healing';
import ClosedIcon from '@material-ui/icons/LockOutlined';
import DeclinedIcon from '@material-ui/icons/RemoveCircleOutline';
import {
  isOpen,
  type IncidentStatus,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { statusColors } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    whiteSpace: 'nowrap',
    fontSize: '0.8125rem',
    '& svg': { fontSize: 18, color: theme.palette.text.secondary },
  },
  open: { fontWeight: 600, '& svg': { color: statusColors(theme).bad } },
  mitigated: { fontWeight: 600, '& svg': { color: statusColors(theme).warn } },
}));

const icons = {
  triage: TriageIcon,
  open: OpenIcon,
  acknowledged: AcknowledgedIcon,
  mitigated: MitigatedIcon,
  resolved: ResolvedIcon,
  closed: ClosedIcon,
  declined: DeclinedIcon,
  merged: MergedIcon,
};

/** How far an incident is: an icon and the word. */
export function IncidentStatusMark({ status }: { status: IncidentStatus }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const Icon = icons[status];
  const going = status === 'mitigated' ? classes.mitigated : classes.open;
  return (
    <span
      className={`${classes.root} ${isOpen(status) ? going : ''}`}
      title={t(`incident.statusHelp.${status}`)}
    >
      <Icon aria-hidden="true" />
      {t(`incident.status.${status}`)}
    </span>
  );
}
