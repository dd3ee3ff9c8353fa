import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useTranslation } from '../../../hooks/useTranslation';
import { EXAMPLE_ANNOTATION, EXAMPLE_SLO } from '../../../utils/slo/example';
import { Section } from '../../maturity/Section';
import { CodeBlock } from '../common';

const useStyles = makeStyles(theme => ({
  text: { maxWidth: '80ch' },
  steps: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 380px), 1fr))',
    gap: theme.spacing(2),
    alignItems: 'start',
    margin: theme.spacing(2, 0),
  },
}));

/** What an SLO is, and what to write down to have the first one. */
export function NoSlos() {
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <Section title={t('slo.empty.title')}>
      <Typography variant="body2" className={classes.text}>
        {t('slo.empty.what')}
      </Typography>
      <div className={classes.steps}>
        <CodeBlock label={t('slo.empty.document')} text={EXAMPLE_SLO} />
        <CodeBlock
          label={t('slo.empty.annotation')}
          text={EXAMPLE_ANNOTATION}
        />
      </div>
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.text}
      >
        {t('slo.empty.then')}
      </Typography>
    </Section>
  );
}
