import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type { Outcome } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useFocusWhenShown } from '../../../hooks/useFocusWhenShown';
import { useTranslation } from '../../../hooks/useTranslation';
import { outcomes } from '../../../utils/rankingParams';
import { FilterPopover } from '../../common/filters';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(1.5) },
  checks: { maxHeight: 260, overflowY: 'auto', flexWrap: 'nowrap' },
  option: { margin: 0 },
  label: theme.typography.body2,
  radio: { padding: 6 },
  field: { marginBottom: theme.spacing(1) },
}));

export interface CheckFilterProps {
  checks: readonly { id: string; title: string }[];
  check?: string;
  outcome: Outcome;
  onChange: (chosen: { check?: string; outcome: Outcome }) => void;
}

/** One check of the scorecard, and the outcome that it must have. */
export function CheckFilter(props: CheckFilterProps) {
  const { checks, check, outcome, onChange } = props;
  const { t } = useTranslation();
  const chosen = checks.find(({ id }) => id === check);
  return (
    <FilterPopover
      name={t('ranking.filters.check')}
      value={
        check &&
        t('ranking.filters.checkIs', {
          check: chosen?.title ?? check,
          outcome: t(`common.outcome.${outcome}`),
        })
      }
    >
      {() => (
        <CheckOptions
          checks={checks}
          check={check}
          outcome={outcome}
          onChange={onChange}
        />
      )}
    </FilterPopover>
  );
}

function CheckOptions(props: CheckFilterProps) {
  const { checks, check, outcome, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const search = useFocusWhenShown<HTMLInputElement>();
  const [text, setText] = useState('');
  const name = t('ranking.filters.check');
  const match = text.trim().toLocaleLowerCase();
  const shown = checks.filter(
    ({ id, title }) =>
      id === check || `${id} ${title}`.toLocaleLowerCase().includes(match),
  );
  const radio = (id: string, label: string) => (
    <FormControlLabel
      key={id}
      value={id}
      label={label}
      className={classes.option}
      classes={{ label: classes.label }}
      control={<Radio size="small" color="primary" className={classes.radio} />}
    />
  );
  return (
    <div className={classes.root}>
      <TextField
        fullWidth
        select
        size="small"
        variant="outlined"
        className={classes.field}
        label={t('ranking.filters.outcome')}
        value={outcome}
        disabled={!check}
        onChange={event =>
          onChange({ check, outcome: event.target.value as Outcome })
        }
        SelectProps={{ native: true }}
        inputProps={{ 'aria-label': t('ranking.filters.outcome') }}
      >
        {outcomes.map(value => (
          <option key={value} value={value}>
            {t(`common.outcome.${value}`)}
          </option>
        ))}
      </TextField>
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
      <RadioGroup
        aria-label={name}
        className={classes.checks}
        value={check ?? ''}
        onChange={event =>
          onChange({ check: event.target.value || undefined, outcome })
        }
      >
        {radio('', t('ranking.filters.anyCheck'))}
        {shown.map(({ id, title }) => radio(id, title))}
      </RadioGroup>
    </div>
  );
}
