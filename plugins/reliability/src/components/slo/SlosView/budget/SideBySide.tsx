import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  BudgetItem,
  ObjectiveEvaluationItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { sliText } from '../../../../utils/slo/numbers';
import { BudgetLeft, useSloWords } from '../../common';
import { SubSection } from '../parts/SubSection';

const useStyles = makeStyles(theme => ({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))',
    gap: theme.spacing(1.5, 3),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: theme.spacing(0, 1.5),
    fontSize: '0.8125rem',
    marginBottom: theme.spacing(0.25),
  },
  text: { marginTop: theme.spacing(1), maxWidth: '90ch' },
  quiet: { color: theme.palette.text.secondary },
}));

/** The rolling window and the calendar period of the same promise, and why they differ. */
export function SideBySide(props: { objective: ObjectiveEvaluationItem }) {
  const { budget, companion, status, target } = props.objective;
  const classes = useStyles();
  const { t } = useTranslation();
  const words = useSloWords();
  if (!companion) return null;
  const pair: { item: BudgetItem; counts: boolean }[] = [
    { item: budget, counts: true },
    { item: companion, counts: false },
  ];
  return (
    <SubSection title={t('slo.windows.title')}>
      <ul className={classes.pair}>
        {pair.map(({ item, counts }) => (
          <li key={String(counts)}>
            <div className={classes.head}>
              <span>
                {t(counts ? 'slo.windows.promise' : 'slo.windows.compared', {
                  window: words.window(item.window),
                })}
              </span>
              <span className={classes.quiet}>
                {item.sli !== null &&
                  t('slo.windows.sli', { sli: sliText(item.sli, target) })}
              </span>
            </div>
            <BudgetLeft
              remaining={item.remaining}
              remainingMs={item.remainingMs}
              // The colour of a status belongs to the window that the promise is about.
              status={counts ? status : 'pending'}
            />
          </li>
        ))}
      </ul>
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.text}
      >
        {t('slo.windows.text')}
      </Typography>
    </SubSection>
  );
}
