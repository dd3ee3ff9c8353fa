import { LinkButton } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useLinks } from '../../../hooks/useLinks';
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
  try: { marginTop: theme.spacing(2) },
}));

/** What an SLO is, and what to write down to have the first one; for a service where it is given. */
export function NoSlos({ entityRef }: { entityRef?: string }) {
  const classes = useStyles();
  const links = useLinks();
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
      <LinkButton
        to={links.sloDraft(entityRef)}
        size="small"
        variant="outlined"
        className={classes.try}
      >
        {t('slo.empty.try')}
      </LinkButton>
    </Section>
  );
}
