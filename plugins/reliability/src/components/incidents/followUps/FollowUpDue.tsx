import { makeStyles } from '@material-ui/core/styles';
import LateIcon from '@material-ui/icons/ReportProblemOutlined';
import type { FollowUp } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { dayText, relativeText } from '../../../utils/dates';
import { statusColors } from '../../common';

const useStyles = makeStyles(theme => ({
  late: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    fontWeight: 600,
    '& svg': { fontSize: 16, color: statusColors(theme).bad },
  },
}));

/** When a follow-up is due, or was done. */
export function FollowUpDue(
  props: Pick<FollowUp, 'dueAt' | 'doneAt' | 'overdue' | 'status'>,
) {
  const { dueAt, doneAt, overdue, status } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  if (status === 'done' && doneAt) {
    return <span>{t('followUps.doneAt', { day: dayText(doneAt) })}</span>;
  }
  if (!dueAt) return <span>{t('followUps.noDue')}</span>;
  if (overdue) {
    return (
      <span className={classes.late} title={dayText(dueAt)}>
        <LateIcon aria-hidden="true" />
        {t('followUps.overdue')},{' '}
        {t('followUps.overdueSince', { relative: relativeText(dueAt) })}
      </span>
    );
  }
  return (
    <span title={relativeText(dueAt)}>
      {t('followUps.due', { day: dayText(dueAt) })}
    </span>
  );
}
