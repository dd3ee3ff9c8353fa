import { makeStyles } from '@material-ui/core/styles';
import HoldIcon from '@material-ui/icons/Block';
import AllowIcon from '@material-ui/icons/CheckCircle';
import UnknownIcon from '@material-ui/icons/HelpOutline';
import WarnIcon from '@material-ui/icons/ReportProblemOutlined';
import type { GateAnswer } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { statusColors } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    // As high as a line of text, wherever it stands.
    alignSelf: 'start',
    lineHeight: '20px',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
    fontSize: '0.8125rem',
    '& svg': { fontSize: 18, color: theme.palette.text.secondary },
  },
  large: {
    fontSize: '1.5rem',
    lineHeight: 1.25,
    fontWeight: 600,
    gap: theme.spacing(1),
    '& svg': { fontSize: 28 },
  },
  allow: { '& svg': { color: statusColors(theme).good } },
  warn: { '& svg': { color: statusColors(theme).warn } },
  hold: { '& svg': { color: statusColors(theme).bad } },
}));

/** What was decided, as an icon and a word; what is not known never looks like a yes. */
export function VerdictMark(props: {
  decision: GateAnswer['decision'];
  /** Whether the decision rests on something that is not known. */
  unknown?: boolean;
  large?: boolean;
}) {
  const { decision, unknown = false, large = false } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const doubted = unknown && decision !== 'hold';
  const Icon = doubted
    ? UnknownIcon
    : { allow: AllowIcon, warn: WarnIcon, hold: HoldIcon }[decision];
  const names = [
    classes.root,
    large ? classes.large : '',
    doubted ? '' : classes[decision],
  ];
  return (
    <span className={names.filter(Boolean).join(' ')}>
      <Icon aria-hidden="true" />
      {t(`gate.verdict.${decision}`)}
    </span>
  );
}
