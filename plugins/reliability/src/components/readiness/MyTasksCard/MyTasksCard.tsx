import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useReadinessTasks } from '../../../hooks/readiness/useReadinessTasks';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async, StateMessage } from '../../async';
import { TaskLine } from '../TasksPage/TaskLine';
import { taskKey, taskKinds } from '../TasksPage/taskKinds';

const SHOWN = 5;

const useStyles = makeStyles(theme => ({
  root: { ...theme.typography.body2, display: 'grid', gap: theme.spacing(1) },
  counts: {
    display: 'flex',
    flexWrap: 'wrap',
    margin: 0,
    padding: 0,
    listStyle: 'none',
    '& li + li::before': { content: '"·"', margin: theme.spacing(0, 1) },
  },
  list: { margin: 0, padding: 0, listStyle: 'none' },
}));

/**
 * What fills the home page widget: what the reader and their groups owe. The frame and the title are the
 * home page's.
 *
 * @public
 */
export function MyTasksCard() {
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useLinks();
  const { first } = useReadinessTasks(SHOWN);
  return (
    <Async state={first} dense>
      {({ items, totalItems, counts }) =>
        items.length === 0 ? (
          <StateMessage title={t('tasks.none')} dense>
            {t('tasks.noneText')}
          </StateMessage>
        ) : (
          <div className={classes.root}>
            <ul className={classes.counts} aria-label={t('tasks.kindLabel')}>
              {taskKinds
                .filter(kind => counts[kind] > 0)
                .map(kind => (
                  <li key={kind}>
                    {t('tasks.kindCount', {
                      kind: t(`tasks.kinds.${kind}`),
                      number: String(counts[kind]),
                    })}
                  </li>
                ))}
            </ul>
            <ul className={classes.list} aria-label={t('tasks.widget')}>
              {items.map(task => (
                <TaskLine key={taskKey(task)} task={task} showKind />
              ))}
            </ul>
            <Typography variant="body2">
              <Link to={links.tasks()}>
                {t('tasks.allTasks', { count: totalItems })}
              </Link>
            </Typography>
          </div>
        )
      }
    </Async>
  );
}
