import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { SmallButton } from '../../../common';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(1) },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
  },
  text: {
    width: '100%',
    height: 360,
    boxSizing: 'border-box',
    padding: theme.spacing(1.5),
    font: '0.8125rem/20px Menlo, Consolas, "DejaVu Sans Mono", monospace',
    tabSize: 2,
    whiteSpace: 'pre',
    color: theme.palette.text.primary,
    backgroundColor: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

/** A scorecard as text, as it stands in app-config. */
export function PasteField(props: {
  value: string;
  onChange: (text: string) => void;
  /** Puts in the text of what is in force. */
  onStart: () => void;
}) {
  const { value, onChange, onStart } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={classes.root}>
      <div className={classes.head}>
        <Typography variant="body2" id={id}>
          {t('previews.rules.textHelp')}
        </Typography>
        <SmallButton onClick={onStart}>{t('previews.rules.start')}</SmallButton>
      </div>
      <textarea
        className={classes.text}
        aria-label={t('previews.rules.text')}
        aria-describedby={id}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        wrap="off"
        value={value}
        onChange={event => onChange(event.target.value)}
      />
    </div>
  );
}
