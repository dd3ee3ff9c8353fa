import { makeStyles } from '@material-ui/core/styles';
import { useState, type RefObject } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { placeOf } from '../../../utils/slo/cursor';

/** Pixels; the numbers beside the lines rest on it. */
export const LINE_HEIGHT = 20;

const PADDING = 12;

const useStyles = makeStyles(theme => ({
  frame: {
    display: 'flex',
    height: 460,
    overflow: 'hidden',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    fontFamily: 'Menlo, Consolas, "DejaVu Sans Mono", monospace',
    fontSize: '0.8125rem',
    lineHeight: `${LINE_HEIGHT}px`,
    '&:focus-within': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -1,
    },
    [theme.breakpoints.down('sm')]: { height: 340 },
  },
  numbers: {
    flex: '0 0 auto',
    minWidth: 40,
    overflow: 'hidden',
    textAlign: 'right',
    userSelect: 'none',
    color: theme.palette.text.secondary,
    borderRight: `1px solid ${theme.palette.divider}`,
    '& > div': { padding: `${PADDING}px 8px`, whiteSpace: 'pre' },
  },
  text: {
    flex: 1,
    minWidth: 0,
    resize: 'none',
    border: 0,
    outline: 0,
    padding: PADDING,
    font: 'inherit',
    lineHeight: 'inherit',
    tabSize: 2,
    whiteSpace: 'pre',
    overflow: 'auto',
    color: theme.palette.text.primary,
    backgroundColor: theme.palette.background.paper,
  },
  hint: {
    marginTop: theme.spacing(0.5),
    fontSize: '0.75rem',
    fontVariantNumeric: 'tabular-nums',
    color: theme.palette.text.secondary,
  },
}));

export interface DraftEditorProps {
  value: string;
  onChange: (value: string) => void;
  onCheck: () => void;
  field: RefObject<HTMLTextAreaElement>;
}

/** A field for a document with numbers beside its lines. */
export function DraftEditor(props: DraftEditorProps) {
  const { value, onChange, onCheck, field } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [scrolled, setScrolled] = useState(0);
  const [place, setPlace] = useState({ line: 1, column: 1 });
  const lines = value.split('\n').length;
  return (
    <div>
      <div className={classes.frame}>
        <div className={classes.numbers} aria-hidden="true">
          <div style={{ transform: `translateY(${-scrolled}px)` }}>
            {Array.from({ length: lines }, (_, index) => index + 1).join('\n')}
          </div>
        </div>
        <textarea
          ref={field}
          className={classes.text}
          aria-label={t('sloDraft.editor.label')}
          placeholder={t('sloDraft.editor.placeholder')}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          wrap="off"
          value={value}
          onChange={event => onChange(event.target.value)}
          onScroll={event => setScrolled(event.currentTarget.scrollTop)}
          onSelect={event =>
            setPlace(placeOf(value, event.currentTarget.selectionStart))
          }
          onKeyDown={event => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.preventDefault();
              onCheck();
            }
          }}
        />
      </div>
      <div className={classes.hint}>
        {t('sloDraft.editor.hint', {
          line: String(place.line),
          column: String(place.column),
        })}
      </div>
    </div>
  );
}
