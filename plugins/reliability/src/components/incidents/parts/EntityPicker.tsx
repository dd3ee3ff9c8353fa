import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useId, useState, type ReactNode } from 'react';
import type {
  Suggestion,
  Suggestions,
} from '../../../hooks/incidents/useSuggestions';
import type { LoadState } from '../../../hooks/useLoad';
import { useTranslation } from '../../../hooks/useTranslation';
import { errorText } from '../../async';
import { visuallyHidden } from '../../common';
import { pickerKeys } from './pickerKeys';

const useStyles = makeStyles(theme => ({
  root: { position: 'relative' },
  list: {
    ...theme.typography.body2,
    margin: theme.spacing(0.5, 0, 0),
    padding: 0,
    listStyle: 'none',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    maxHeight: 240,
    overflow: 'auto',
  },
  option: {
    padding: theme.spacing(0.75, 1.5),
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    '&:hover': { backgroundColor: theme.palette.action.hover },
    '&[aria-selected=true]': {
      backgroundColor: theme.palette.action.selected,
      boxShadow: `inset 3px 0 0 ${theme.palette.primary.main}`,
    },
  },
  note: { color: theme.palette.text.secondary, marginLeft: theme.spacing(1) },
  hidden: visuallyHidden,
}));

export interface EntityPickerProps {
  id: string;
  label: string;
  text: string;
  onText: (text: string) => void;
  suggestions: LoadState<Suggestions>;
  onPick: (suggestion: Suggestion) => void;
  helperText?: ReactNode;
  error?: boolean;
  required?: boolean;
}

/** A field in which entities are found by typing; arrows and Enter choose. */
export function EntityPicker(props: EntityPickerProps) {
  const { id, label, text, onText, suggestions, onPick } = props;
  const { helperText, error, required } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const listId = useId();
  const [place, setPlace] = useState(0);
  const [closed, setClosed] = useState(false);
  const ready = suggestions.kind === 'ready' ? suggestions.value : undefined;
  const found = text.trim() ? ready?.items ?? [] : [];
  const open = !closed && found.length > 0;
  const at = Math.min(place, found.length - 1);
  const pick = (suggestion: Suggestion) => {
    onPick(suggestion);
    setPlace(0);
  };
  const words = () => {
    if (!text.trim()) return '';
    if (suggestions.kind === 'failed') {
      return t('followUps.pick.failed', {
        message: errorText(suggestions.error),
      });
    }
    // What is shown may still be the answer to what was typed before.
    if (ready?.of !== text.trim()) return t('followUps.pick.asking');
    return found.length === 0
      ? t('followUps.pick.none')
      : t('followUps.pick.found', { count: found.length });
  };
  const optionId = (index: number) => `${listId}-${index}`;
  return (
    <div className={classes.root}>
      <TextField
        fullWidth
        margin="normal"
        variant="outlined"
        autoComplete="off"
        id={id}
        label={label}
        required={required}
        error={error}
        helperText={helperText}
        value={text}
        onChange={event => {
          setClosed(false);
          setPlace(0);
          onText(event.target.value);
        }}
        onKeyDown={pickerKeys({
          open,
          at,
          count: found.length,
          onMove: setPlace,
          onPick: () => pick(found[at]),
          onClose: () => setClosed(true),
        })}
        inputProps={{
          role: 'combobox',
          'aria-autocomplete': 'list',
          'aria-expanded': open,
          'aria-controls': listId,
          'aria-activedescendant': open ? optionId(at) : undefined,
        }}
      />
      <div className={open ? classes.hidden : undefined} role="status">
        {words()}
      </div>
      <ul
        id={listId}
        role="listbox"
        aria-label={t('followUps.pick.suggestions', { label })}
        hidden={!open}
        className={classes.list}
      >
        {open &&
          found.map((suggestion, index) => (
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys
            <li
              key={suggestion.value}
              id={optionId(index)}
              role="option"
              aria-selected={index === at}
              className={classes.option}
              onMouseDown={event => event.preventDefault()}
              onClick={() => pick(suggestion)}
            >
              {suggestion.title}
              <span className={classes.note}>{suggestion.note}</span>
            </li>
          ))}
      </ul>
    </div>
  );
}
