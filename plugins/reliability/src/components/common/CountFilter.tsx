import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { wholeNumber } from '../../utils/wholeNumber';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5),
    margin: theme.spacing(0, -1),
    padding: 0,
    listStyle: 'none',
  },
  button: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    padding: '2px 8px',
    minHeight: 32,
    borderRadius: 16,
    border: '1px solid transparent',
    '&:hover': { backgroundColor: theme.palette.action.hover },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    '&[aria-pressed=true]': {
      backgroundColor: theme.palette.action.selected,
      borderColor: theme.palette.primary.main,
    },
  },
  count: {
    fontSize: '0.875rem',
    fontWeight: 600,
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** How many of a list there are of each sort, as buttons that filter it; several may be chosen. */
export function CountFilter<T extends string>(props: {
  label: string;
  help: string;
  values: readonly T[];
  counts: Readonly<Record<T, number>>;
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
  /** The value in words, with its sign. */
  mark: (value: T) => ReactNode;
}) {
  const { label, help, values, counts, chosen, onChange, mark } = props;
  const classes = useStyles();
  const toggle = (value: T) =>
    onChange(
      chosen.includes(value)
        ? chosen.filter(other => other !== value)
        : [...chosen, value],
    );
  return (
    <ul className={classes.list} aria-label={label} title={help}>
      {values.map(value => (
        <li key={value}>
          <ButtonBase
            className={classes.button}
            aria-pressed={chosen.includes(value)}
            onClick={() => toggle(value)}
          >
            {mark(value)}{' '}
            <span className={classes.count}>{wholeNumber(counts[value])}</span>
          </ButtonBase>
        </li>
      ))}
    </ul>
  );
}
