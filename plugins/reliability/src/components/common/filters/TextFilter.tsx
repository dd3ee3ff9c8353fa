import IconButton from '@material-ui/core/IconButton';
import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import ClearIcon from '@material-ui/icons/Clear';
import SearchIcon from '@material-ui/icons/Search';
import { useEffect, useRef, useState, type RefObject } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { TYPING_PAUSE } from '../../../hooks/useDebounced';
import { useTranslation } from '../../../hooks/useTranslation';

const useStyles = makeStyles(theme => ({
  root: {
    width: 260,
    [theme.breakpoints.down('xs')]: { width: '100%' },
  },
  input: {
    height: 36,
    backgroundColor: theme.palette.background.paper,
    // The browser's own would stand beside ours.
    '& input::-webkit-search-cancel-button': { display: 'none' },
  },
}));

/** The text filter. It keeps what is being typed, and passes it on when the typing rests. */
export function TextFilter(props: {
  value: string;
  /** Takes what changes in the address of the list. */
  onChange: (patch: { q: string }, options: { replace: boolean }) => void;
  /** What is searched, where it is not services. */
  label?: string;
  placeholder?: string;
  inputRef?: RefObject<HTMLInputElement>;
  /** Told at Enter, after the text was passed on. */
  onEnter?: (text: string) => void;
}) {
  const { value, onChange, label, placeholder, inputRef, onEnter } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const passedOn = useRef(value);
  const pass = (next: string) => {
    if (next === passedOn.current) return;
    passedOn.current = next;
    // Typing must not leave an entry in the history for every pause.
    onChange({ q: next }, { replace: true });
  };
  useDebounce(() => pass(text), TYPING_PAUSE, [text]);
  useEffect(() => {
    // Changed from outside (Back, Clear all), and not the echo of what was typed a moment ago.
    if (value !== passedOn.current) {
      passedOn.current = value;
      setText(value);
    }
  }, [value]);
  const clear = () => {
    setText('');
    pass('');
  };
  return (
    <TextField
      className={classes.root}
      size="small"
      variant="outlined"
      value={text}
      onChange={event => setText(event.target.value.slice(0, 200))}
      onKeyDown={event => {
        if (event.key !== 'Enter' || !onEnter) return;
        pass(text);
        onEnter(text);
      }}
      inputRef={inputRef}
      placeholder={placeholder ?? t('ranking.filters.textPlaceholder')}
      inputProps={{
        'aria-label': label ?? t('ranking.filters.text'),
        type: 'search',
      }}
      // eslint-disable-next-line react/jsx-no-duplicate-props
      InputProps={{
        className: classes.input,
        startAdornment: (
          <InputAdornment position="start">
            <SearchIcon fontSize="small" aria-hidden="true" />
          </InputAdornment>
        ),
        endAdornment: text && (
          <InputAdornment position="end">
            <IconButton
              size="small"
              edge="end"
              onClick={clear}
              aria-label={t('ranking.filters.clearText')}
            >
              <ClearIcon fontSize="small" />
            </IconButton>
          </InputAdornment>
        ),
      }}
    />
  );
}
