import { makeStyles } from '@material-ui/core/styles';
import FailIcon from '@material-ui/icons/Cancel';
import PassIcon from '@material-ui/icons/CheckCircle';
import UnknownIcon from '@material-ui/icons/HelpOutline';
import NotApplicableIcon from '@material-ui/icons/RemoveCircleOutline';
import ExemptIcon from '@material-ui/icons/VerifiedUserOutlined';
import type { Outcome } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../hooks/useTranslation';
import { statusColors } from './palette';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
    fontSize: '0.8125rem',
    '& svg': { fontSize: 16, color: theme.palette.text.secondary },
  },
  pass: { '& svg': { color: statusColors(theme).good } },
  fail: { '& svg': { color: statusColors(theme).bad } },
  quiet: { color: theme.palette.text.secondary },
}));

const icons = {
  pass: PassIcon,
  fail: FailIcon,
  unknown: UnknownIcon,
  'not-applicable': NotApplicableIcon,
  exempt: ExemptIcon,
};

/** What a check came to: an icon and the word, so that colour only repeats what is said. */
export function OutcomeMark({ outcome }: { outcome: Outcome }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const Icon = icons[outcome];
  const tone = {
    pass: classes.pass,
    fail: classes.fail,
    unknown: '',
    'not-applicable': classes.quiet,
    exempt: '',
  }[outcome];
  return (
    <span className={`${classes.root} ${tone}`}>
      <Icon aria-hidden="true" />
      {t(`common.outcome.${outcome}`)}
    </span>
  );
}
