import { makeStyles } from '@material-ui/core/styles';
import BreachedIcon from '@material-ui/icons/Cancel';
import HealthyIcon from '@material-ui/icons/CheckCircle';
import NoDataIcon from '@material-ui/icons/HelpOutline';
import PendingIcon from '@material-ui/icons/HourglassEmpty';
import NoTrafficIcon from '@material-ui/icons/PauseCircleOutline';
import AtRiskIcon from '@material-ui/icons/ReportProblemOutlined';
import FailedIcon from '@material-ui/icons/SyncProblem';
import BurningIcon from '@material-ui/icons/Whatshot';
import type {
  SloFlag,
  SloStatus,
} from '@plimsoll/backstage-plugin-reliability-common';
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
  good: { '& svg': { color: statusColors(theme).good } },
  bad: { fontWeight: 600, '& svg': { color: statusColors(theme).bad } },
  warn: { '& svg': { color: statusColors(theme).warn } },
}));

const icons = {
  error: FailedIcon,
  no_data: NoDataIcon,
  no_traffic: NoTrafficIcon,
  breached: BreachedIcon,
  burning: BurningIcon,
  at_risk: AtRiskIcon,
  healthy: HealthyIcon,
  pending: PendingIcon,
};

/** What is not known is neither good nor bad. */
const tones = {
  error: undefined,
  no_data: undefined,
  no_traffic: undefined,
  breached: 'bad',
  burning: 'bad',
  at_risk: 'warn',
  healthy: 'good',
  pending: undefined,
} as const;

export interface SloStatusMarkProps {
  status: SloStatus;
  /** Takes the green from a status that rests on too little or too old data. */
  flags?: readonly SloFlag[];
}

/** The status of an SLO: an icon and the word, so that colour only repeats what is said. */
export function SloStatusMark({ status, flags = [] }: SloStatusMarkProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  const Icon = icons[status];
  const doubtful = flags.includes('provisional') || flags.includes('stale');
  const tone = status === 'healthy' && doubtful ? undefined : tones[status];
  return (
    <span className={`${classes.root} ${tone ? classes[tone] : ''}`}>
      <Icon aria-hidden="true" />
      {t(`slo.status.${status}`)}
    </span>
  );
}
