import { makeStyles } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import InfoIcon from '@material-ui/icons/InfoOutlined';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type {
  OncallFindingCode,
  OncallFindingItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { statusColors, visuallyHidden } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    fontSize: '0.8125rem',
    '& svg': { flex: 'none', fontSize: 16 },
  },
  error: { '& svg': { color: statusColors(theme).bad } },
  warning: { '& svg': { color: statusColors(theme).warn } },
  info: { '& svg': { color: theme.palette.text.secondary } },
  strong: { fontWeight: 600, fontSize: '0.875rem' },
  hidden: visuallyHidden,
}));

const icons = { error: ErrorIcon, warning: WarningIcon, info: InfoIcon };

/** The name of something doubtful, and how serious it is where that is known. */
export function FindingMark(props: {
  code: OncallFindingCode;
  severity?: OncallFindingItem['severity'];
  strong?: boolean;
}) {
  const { code, severity, strong } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const Icon = icons[severity ?? 'warning'];
  return (
    <span
      className={[
        classes.root,
        classes[severity ?? 'warning'],
        strong ? classes.strong : '',
      ].join(' ')}
    >
      <Icon aria-hidden="true" />
      <span>
        {severity && (
          <span className={classes.hidden}>
            {t(`oncall.finding.severity.${severity}`)}:{' '}
          </span>
        )}
        {t(`oncall.finding.name.${code}`)}
      </span>
    </span>
  );
}
