import { LinkButton } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import { EXAMPLE_ANNOTATION, EXAMPLE_SLO } from '../../../utils/slo/example';
import { FirstSteps } from '../../common/FirstSteps';

const useStyles = makeStyles(theme => ({
  try: { marginTop: theme.spacing(2) },
}));

/** What an SLO is, and what to write down to have the first one; for a service where it is given. */
export function NoSlos({ entityRef }: { entityRef?: string }) {
  const classes = useStyles();
  const links = useLinks();
  const { t } = useTranslation();
  return (
    <FirstSteps
      title={t('slo.empty.title')}
      what={t('slo.empty.what')}
      examples={[
        { label: t('slo.empty.document'), text: EXAMPLE_SLO },
        { label: t('slo.empty.annotation'), text: EXAMPLE_ANNOTATION },
      ]}
      then={
        <Typography variant="inherit" component="span" color="textSecondary">
          {t('slo.empty.then')}
        </Typography>
      }
    >
      <LinkButton
        to={links.sloDraft(entityRef)}
        size="small"
        variant="outlined"
        className={classes.try}
      >
        {t('slo.empty.try')}
      </LinkButton>
    </FirstSteps>
  );
}
