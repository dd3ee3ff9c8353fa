import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../hooks/useTranslation';
import { FilterPopover } from '../../common/filters';

const useStyles = makeStyles(theme => ({
  root: { margin: 0, padding: theme.spacing(1.5), border: 0 },
  option: { display: 'flex', margin: 0 },
  checkbox: { padding: 6 },
}));

/** A filter of a few known values, of which several may be chosen. */
export function ChoiceFilter<T extends string>(props: {
  name: string;
  values: readonly T[];
  words: (value: T) => string;
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
}) {
  const { name, values, words, chosen, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const toggle = (value: T) =>
    onChange(values.filter(each => chosen.includes(each) !== (each === value)));
  const summary =
    chosen.length > 1
      ? t('ranking.filters.chosen', { number: String(chosen.length) })
      : chosen[0] && words(chosen[0]);
  return (
    <FilterPopover name={name} value={summary}>
      {() => (
        <fieldset className={classes.root} aria-label={name}>
          {values.map(value => (
            <FormControlLabel
              key={value}
              className={classes.option}
              label={<Typography variant="body2">{words(value)}</Typography>}
              control={
                <Checkbox
                  size="small"
                  color="primary"
                  className={classes.checkbox}
                  checked={chosen.includes(value)}
                  onChange={() => toggle(value)}
                />
              }
            />
          ))}
        </fieldset>
      )}
    </FilterPopover>
  );
}
