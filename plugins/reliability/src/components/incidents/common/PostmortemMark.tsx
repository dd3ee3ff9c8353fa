import { makeStyles } from '@material-ui/core/styles';
import PublishedIcon from '@material-ui/icons/AssignmentTurnedInOutlined';
import MissingIcon from '@material-ui/icons/AssignmentLateOutlined';
import DraftIcon from '@material-ui/icons/EditOutlined';
import ReviewIcon from '@material-ui/icons/RateReviewOutlined';
import NotRequiredIcon from '@material-ui/icons/RemoveCircleOutline';
import type { IncidentItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { dayText, relativeText } from '../../../utils/dates';
import { statusColors } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    fontSize: '0.8125rem',
    '& svg': {
      flex: 'none',
      fontSize: 16,
      color: theme.palette.text.secondary,
    },
  },
  bad: { fontWeight: 600, '& svg': { color: statusColors(theme).bad } },
  warn: { '& svg': { color: statusColors(theme).warn } },
  good: { '& svg': { color: statusColors(theme).good } },
}));

const icons = {
  'not-required': NotRequiredIcon,
  missing: MissingIcon,
  overdue: MissingIcon,
  draft: DraftIcon,
  'in-review': ReviewIcon,
  published: PublishedIcon,
};
const tones = {
  'not-required': undefined,
  missing: 'warn',
  overdue: 'bad',
  draft: undefined,
  'in-review': undefined,
  published: 'good',
} as const;

/** How far the postmortem is, and when it is due. */
export function PostmortemMark(props: IncidentItem['postmortem']) {
  const { state, dueAt } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const Icon = icons[state];
  const tone = tones[state];
  const name = t(`incident.postmortem.${state}`);
  const words = () => {
    if (!dueAt || state === 'published' || state === 'not-required')
      return name;
    return state === 'overdue'
      ? t('incident.postmortem.overdueSince', {
          state: name,
          day: dayText(dueAt),
        })
      : t('incident.postmortem.due', {
          state: name,
          relative: relativeText(dueAt),
        });
  };
  return (
    <span
      className={`${classes.root} ${tone ? classes[tone] : ''}`}
      title={dueAt ? dayText(dueAt) : undefined}
    >
      <Icon aria-hidden="true" />
      <span>{words()}</span>
    </span>
  );
}
