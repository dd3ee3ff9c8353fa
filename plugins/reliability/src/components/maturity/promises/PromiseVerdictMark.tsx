import { makeStyles } from '@material-ui/core/styles';
import KeptIcon from '@material-ui/icons/CheckCircle';
import UnknownIcon from '@material-ui/icons/HelpOutline';
import BrokenIcon from '@material-ui/icons/LinkOff';
import TightIcon from '@material-ui/icons/ReportProblemOutlined';
import type { PromiseVerdict } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { statusColors } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
    fontSize: '0.875rem',
    lineHeight: '20px',
    '& svg': { fontSize: 18, color: theme.palette.text.secondary },
  },
  kept: { '& svg': { color: statusColors(theme).good } },
  tight: { '& svg': { color: statusColors(theme).warn } },
  broken: { '& svg': { color: statusColors(theme).bad } },
  unknown: {},
}));

const icons = {
  broken: BrokenIcon,
  tight: TightIcon,
  unknown: UnknownIcon,
  kept: KeptIcon,
} as const;

/** Whether a promise can be kept, as an icon and in words. */
export function PromiseVerdictMark({ verdict }: { verdict: PromiseVerdict }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const Icon = icons[verdict];
  return (
    <span className={`${classes.root} ${classes[verdict]}`}>
      <Icon aria-hidden="true" />
      {t(`promises.promise.verdict.${verdict}`)}
    </span>
  );
}
