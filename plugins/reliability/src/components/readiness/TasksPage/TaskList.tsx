import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import DoneIcon from '@material-ui/icons/CheckCircleOutline';
import type { useReadinessTasks } from '../../../hooks/readiness/useReadinessTasks';
import { useTranslation } from '../../../hooks/useTranslation';
import { errorText, StateMessage } from '../../async';
import { Section } from '../../maturity/Section';
import { SmallButton } from '../parts';
import { TaskLine } from './TaskLine';
import { byKind, taskKey } from './taskKinds';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  more: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
  },
}));

/** The tasks by kind, and the way to more of them. */
export function TaskList(props: {
  tasks: ReturnType<typeof useReadinessTasks>;
  total: number;
  /** Whether only one kind is asked for. */
  filtered: boolean;
}) {
  const { tasks, total, filtered } = props;
  const { items, hasMore, loadMore, moreState } = tasks;
  const classes = useStyles();
  const { t } = useTranslation();
  if (items.length === 0) {
    return (
      <StateMessage icon={<DoneIcon />} title={t('tasks.none')}>
        {filtered ? t('tasks.noneOfKind') : t('tasks.noneText')}
      </StateMessage>
    );
  }
  return (
    <>
      {byKind(items).map(([kind, own]) => (
        <Section key={kind} title={t(`tasks.kinds.${kind}`)}>
          <Typography variant="body2" component="ul" className={classes.list}>
            {own.map(task => (
              <TaskLine key={taskKey(task)} task={task} />
            ))}
          </Typography>
        </Section>
      ))}
      {hasMore && (
        <Typography variant="body2" component="div" className={classes.more}>
          <SmallButton
            disabled={moreState.kind === 'running'}
            onClick={loadMore}
          >
            {t('tasks.more')}
          </SmallButton>
          {t('tasks.shown', {
            shown: String(items.length),
            total: String(total),
          })}
          <span role="alert">
            {moreState.kind === 'failed' &&
              t('tasks.moreFailed', { message: errorText(moreState.error) })}
          </span>
        </Typography>
      )}
    </>
  );
}
