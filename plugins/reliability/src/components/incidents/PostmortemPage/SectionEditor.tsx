import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  PostmortemSection,
  WordingHint,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useId } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { Badge, SafeMarkdown } from '../../common';
import { Section } from '../../maturity/Section';
import { Prefilled } from './Prefilled';
import { WordingHints } from './WordingHints';

const useStyles = makeStyles(theme => ({
  hint: { maxWidth: '80ch', marginBottom: theme.spacing(1) },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: theme.spacing(2),
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  text: {
    ...theme.typography.body2,
    fontFamily: 'Menlo, Consolas, monospace',
    fontSize: '0.8125rem',
    width: '100%',
    minHeight: 140,
    height: '100%',
    boxSizing: 'border-box',
    resize: 'vertical',
    padding: theme.spacing(1, 1.5),
    color: theme.palette.text.primary,
    backgroundColor: theme.palette.background.default,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 1,
    },
  },
  preview: {
    minWidth: 0,
  },
}));

const LONGEST = 50_000;

/** One section: what belongs there, the text, how it will look, and what may be worded otherwise. */
export function SectionEditor(props: {
  section: PostmortemSection;
  text: string;
  hints: readonly WordingHint[];
  onChange: (text: string) => void;
}) {
  const { section, text, hints, onChange } = props;
  const { title, hint, required, prefilled } = section;
  const classes = useStyles();
  const { t } = useTranslation();
  const hintId = useId();
  const missing = prefilled && !text.includes(prefilled.trim());
  return (
    <Section
      title={title}
      actions={
        required && (
          <Badge title={t('postmortem.editor.requiredHelp')}>
            {t('postmortem.editor.required')}
          </Badge>
        )
      }
    >
      {hint && (
        <Typography variant="body2" id={hintId} className={classes.hint}>
          {hint}
        </Typography>
      )}
      {missing && (
        <Prefilled
          section={section}
          onUse={() =>
            onChange(
              text.trim() ? `${text.trimEnd()}\n\n${prefilled}` : prefilled,
            )
          }
        />
      )}
      <div className={classes.columns}>
        <textarea
          className={classes.text}
          value={text}
          maxLength={LONGEST}
          aria-label={t('postmortem.editor.text', { section: title })}
          aria-describedby={hint ? hintId : undefined}
          onChange={event => onChange(event.target.value)}
        />
        <section
          className={classes.preview}
          aria-label={t('postmortem.editor.previewOf', { section: title })}
        >
          <Typography variant="caption" color="textSecondary" component="div">
            {t('postmortem.editor.preview')}
          </Typography>
          {text.trim() ? (
            <SafeMarkdown text={text} />
          ) : (
            <Typography variant="body2" color="textSecondary">
              {t('postmortem.editor.previewEmpty')}
            </Typography>
          )}
        </section>
      </div>
      <WordingHints hints={hints} />
    </Section>
  );
}
