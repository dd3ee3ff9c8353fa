import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { ReadinessTask } from '@plimsoll/backstage-plugin-reliability-common';
import { useReadinessLink } from '../../../hooks/readiness/useReadinessLink';
import { useTranslation } from '../../../hooks/useTranslation';
import { dayText, relativeText } from '../../../utils/dates';
import { Badge } from '../parts';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    overflowWrap: 'anywhere',
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.25, 1),
  },
  quiet: { color: theme.palette.text.secondary },
  text: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
  },
}));

/** One thing that somebody owes; the link leads to the place where it is done. */
export function TaskLine(props: {
  task: ReadinessTask;
  /** Names the kind, where the list does not. */
  showKind?: boolean;
}) {
  const { task, showKind } = props;
  const { kind, item, phase, checklist, dueAt, review } = task;
  const classes = useStyles();
  const { t } = useTranslation();
  const linkTo = useReadinessLink();
  const title =
    item?.title ??
    (kind === 'returned'
      ? t('tasks.returnedPhase', { phase: phase.title })
      : t('tasks.reviewOf', { phase: phase.title }));
  const link = linkTo(task.entityRef, {
    checklist: checklist.id,
    item: item?.id,
    review: kind === 'review' ? review?.id : undefined,
  });
  const overdue = dueAt !== null && Date.parse(dueAt) < Date.now();
  return (
    <li className={classes.root}>
      <div className={classes.head}>
        <Link to={link}>{`${task.serviceTitle}: ${title}`}</Link>
        {showKind && <Badge>{t(`tasks.kinds.${kind}`)}</Badge>}
        {item?.required && <Badge>{t('tasks.required')}</Badge>}
        {dueAt && (
          <span title={dayText(dueAt)}>
            {t(overdue ? 'tasks.overdue' : 'tasks.due', {
              when: relativeText(dueAt),
            })}
          </span>
        )}
      </div>
      <div className={classes.quiet}>
        {t('tasks.in', { checklist: checklist.title, phase: phase.title })}
      </div>
      {task.text && <div className={classes.text}>{task.text}</div>}
    </li>
  );
}
