import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  EXAMPLE_ANNOTATION,
  EXAMPLE_FORMS,
} from '../../../utils/oncall/example';
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

/** What a rotation is, and what to write down to have one. */
export function NoRotation() {
  const classes = useStyles();
  const links = useLinks();
  const { t } = useTranslation();
  return (
    <Section title={t('oncall.empty.title')}>
      <Typography variant="body2" className={classes.text}>
        {t('oncall.empty.what')}
      </Typography>
      <div className={classes.steps}>
        <CodeBlock
          label={t('oncall.empty.annotation')}
          text={EXAMPLE_ANNOTATION}
        />
        <CodeBlock label={t('oncall.empty.forms')} text={EXAMPLE_FORMS} />
      </div>
      <Typography variant="body2" className={classes.text}>
        {t('oncall.empty.then')}{' '}
        <Link to={`${links.oncall()}?show=accounts`} underline="always">
          {t('oncall.empty.accounts')}
        </Link>
      </Typography>
    </Section>
  );
}
