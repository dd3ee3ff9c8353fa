import { makeStyles } from '@material-ui/core/styles';
import NotMetIcon from '@material-ui/icons/Cancel';
import MetIcon from '@material-ui/icons/CheckCircle';
import ContestedIcon from '@material-ui/icons/Flag';
import UnansweredIcon from '@material-ui/icons/RadioButtonUnchecked';
import NotApplicableIcon from '@material-ui/icons/RemoveCircleOutline';
import ExpiredIcon from '@material-ui/icons/Schedule';
import type { ItemState } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { statusColors } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
    fontSize: '0.8125rem',
    '& svg': { fontSize: 16, color: theme.palette.text.secondary },
  },
  good: { '& svg': { color: statusColors(theme).good } },
  bad: { '& svg': { color: statusColors(theme).bad } },
  warn: { '& svg': { color: statusColors(theme).warn } },
  quiet: { color: theme.palette.text.secondary },
}));

const icons = {
  unanswered: UnansweredIcon,
  met: MetIcon,
  'not-met': NotMetIcon,
  'not-applicable': NotApplicableIcon,
  expired: ExpiredIcon,
  contested: ContestedIcon,
};

const tones = {
  unanswered: undefined,
  met: 'good',
  'not-met': 'bad',
  'not-applicable': 'quiet',
  expired: 'warn',
  contested: 'warn',
} as const;

/** What an item comes to: an icon and the word, so that colour only repeats what is said. */
export function ItemStateMark({ state }: { state: ItemState }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const Icon = icons[state];
  const tone = tones[state];
  return (
    <span className={`${classes.root} ${tone ? classes[tone] : ''}`}>
      <Icon aria-hidden="true" />
      {t(`readiness.state.${state}`)}
    </span>
  );
}
