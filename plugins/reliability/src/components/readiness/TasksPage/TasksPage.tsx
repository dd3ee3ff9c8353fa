import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useSearchParams } from 'react-router-dom';
import { useReadinessTasks } from '../../../hooks/readiness/useReadinessTasks';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async } from '../../async';
import { KindFilter } from './KindFilter';
import { taskKinds } from './taskKinds';
import { TaskList } from './TaskList';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  intro: { maxWidth: '80ch' },
}));

const PAGE = 100;

/** What the reader and their groups owe, the pressing things first. */
export function TasksPage() {
  const classes = useStyles();
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const kind = taskKinds.find(each => each === search.get('kind'));
  const tasks = useReadinessTasks(PAGE, kind);
  return (
    <div className={classes.root}>
      <Typography variant="body2" className={classes.intro}>
        {t('tasks.intro')}
      </Typography>
      <Async state={tasks.first}>
        {({ counts, totalItems }) => (
          <>
            <KindFilter
              counts={counts}
              chosen={kind}
              onChoose={next => setSearch(next ? { kind: next } : {})}
            />
            <TaskList tasks={tasks} total={totalItems} filtered={!!kind} />
          </>
        )}
      </Async>
    </div>
  );
}
