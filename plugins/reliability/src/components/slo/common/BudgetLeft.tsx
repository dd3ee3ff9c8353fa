import { makeStyles } from '@material-ui/core/styles';
import { BudgetBar, type BudgetBarProps } from './BudgetBar';
import { useSloWords } from './useSloWords';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(0.5),
    width: '100%',
    minWidth: 0,
    fontSize: '0.8125rem',
    fontVariantNumeric: 'tabular-nums',
  },
  words: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: theme.spacing(0, 1.5),
  },
  share: { fontWeight: 600 },
  time: { color: theme.palette.text.secondary },
}));

export interface BudgetLeftProps extends BudgetBarProps {
  remainingMs: number | null;
}

/** The budget that is left: in words, as time and as a bar. */
export function BudgetLeft({ remainingMs, ...bar }: BudgetLeftProps) {
  const classes = useStyles();
  const words = useSloWords();
  return (
    <span className={classes.root}>
      <span className={classes.words}>
        <span className={classes.share}>{words.budget(bar.remaining)}</span>
        {remainingMs !== null && (
          <span className={classes.time}>{words.time(remainingMs)}</span>
        )}
      </span>
      <BudgetBar {...bar} height={bar.height ?? 6} />
    </span>
  );
}
