import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  EXAMPLE_ACCOUNTS,
  EXAMPLE_ANNOTATION,
} from '../../../utils/incidents/example';
import { Section } from '../../maturity/Section';
import { CodeBlock } from '../../slo/common';

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

/** What an incident history is made of, and how to have one. */
export function NotConnected() {
  const classes = useStyles();
  const links = useLinks();
  const { t } = useTranslation();
  return (
    <Section title={t('incidentTab.connect.title')}>
      <Typography variant="body2" className={classes.text}>
        {t('incidentTab.connect.what')}
      </Typography>
      <div className={classes.steps}>
        <CodeBlock
          label={t('incidentTab.connect.annotation')}
          text={EXAMPLE_ANNOTATION}
        />
        <CodeBlock
          label={t('incidentTab.connect.accounts')}
          text={EXAMPLE_ACCOUNTS}
        />
      </div>
      <Typography variant="body2" className={classes.text}>
        {t('incidentTab.connect.then')}{' '}
        <Link to={links.incidents('unmapped')} underline="always">
          {t('incidentTab.connect.unmapped')}
        </Link>
      </Typography>
    </Section>
  );
}
