import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useDebounced } from '../../../hooks/useDebounced';
import { FACET_LIMIT, useFacet } from '../../../hooks/useFacet';
import { useFocusWhenShown } from '../../../hooks/useFocusWhenShown';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async } from '../../async';
import { wholeNumber } from '../../../utils/wholeNumber';
import type { FacetFilterProps } from './FacetFilter';
import { FacetValue } from './FacetValue';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(1.5) },
  options: {
    maxHeight: 320,
    overflowY: 'auto',
    margin: theme.spacing(1, 0, 0),
    padding: 0,
    border: 0,
    minWidth: 0,
  },
  option: { display: 'flex', margin: 0, alignItems: 'center' },
  label: {
    ...theme.typography.body2,
    display: 'flex',
    flex: 1,
    minWidth: 0,
    gap: theme.spacing(1),
  },
  text: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
  count: {
    color: theme.palette.text.secondary,
    fontVariantNumeric: 'tabular-nums',
  },
  checkbox: { padding: 6 },
  note: { padding: theme.spacing(1), color: theme.palette.text.secondary },
  refreshing: { opacity: 0.6 },
}));

/** Search box and checkboxes; what is chosen stays in the list even where it does not match. */
export function FacetOptions(props: FacetFilterProps) {
  const { field, filter, chosen, names, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const search = useFocusWhenShown<HTMLInputElement>();
  const [text, setText] = useState('');
  const state = useFacet(field, filter, useDebounced(text.trim()));
  const name = t(`ranking.filters.${field}`);
  const toggle = (value: string) =>
    onChange(
      chosen.includes(value)
        ? chosen.filter(other => other !== value)
        : [...chosen, value],
    );
  // The server says what it calls a value; how an entity is called, the catalog knows better.
  const labels =
    state.kind === 'ready'
      ? {
          ...names,
          [field]: {
            ...names[field],
            ...Object.fromEntries(
              state.value.items.map(({ value, label }) => [value, label]),
            ),
          },
        }
      : names;
  const option = (value: string, count?: number) => (
    <FormControlLabel
      key={value}
      className={classes.option}
      classes={{ label: classes.label }}
      control={
        <Checkbox
          size="small"
          color="primary"
          className={classes.checkbox}
          checked={chosen.includes(value)}
          onChange={() => toggle(value)}
        />
      }
      label={
        <>
          <span className={classes.text}>
            <FacetValue field={field} value={value} names={labels} />
          </span>
          {count !== undefined && (
            <>
              {' '}
              <span className={classes.count}>{wholeNumber(count)}</span>
            </>
          )}
        </>
      }
    />
  );
  return (
    <div className={classes.root}>
      <TextField
        fullWidth
        inputRef={search}
        size="small"
        variant="outlined"
        type="search"
        value={text}
        onChange={event => setText(event.target.value)}
        placeholder={t('ranking.filters.search')}
        inputProps={{
          'aria-label': t('ranking.filters.searchLabel', { name }),
        }}
      />
      <Async state={state} dense>
        {({ items }, refreshing) => (
          <fieldset
            className={
              refreshing
                ? `${classes.options} ${classes.refreshing}`
                : classes.options
            }
            aria-busy={refreshing}
            aria-label={t('ranking.filters.options', { name })}
          >
            {chosen
              .filter(value => !items.some(item => item.value === value))
              .map(value => option(value))}
            {items.map(item => option(item.value, item.count))}
            {items.length === 0 && (
              <Typography variant="body2" className={classes.note}>
                {t('ranking.filters.noOptions')}
              </Typography>
            )}
            {items.length >= FACET_LIMIT && (
              <Typography variant="body2" className={classes.note}>
                {t('ranking.filters.more', { number: String(FACET_LIMIT) })}
              </Typography>
            )}
          </fieldset>
        )}
      </Async>
      {chosen.length > 0 && (
        <Button size="small" onClick={() => onChange([])}>
          {t('ranking.filters.clear')}
        </Button>
      )}
    </div>
  );
}
