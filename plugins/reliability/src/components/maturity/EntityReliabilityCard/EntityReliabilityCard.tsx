import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useService } from '../../../hooks/useService';
import { useServiceLink } from '../../../hooks/useServiceLink';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async } from '../../async';
import { LoadLineLine } from '../gate/LoadLineCard';
import { ReportSummary } from './ReportSummary';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(2) },
}));

function Quiet({ text }: { text: string }) {
  return (
    <Typography variant="body2" color="textSecondary">
      {text}
    </Typography>
  );
}

/**
 * The card on an entity's overview: where the service stands, and the next step.
 *
 * @public
 */
export function EntityReliabilityCard() {
  const classes = useStyles();
  const { entity } = useEntity();
  const { t } = useTranslation();
  const entityRef = stringifyEntityRef(entity);
  const serviceLink = useServiceLink();
  return (
    <EntityInfoCard
      title={t('card.title')}
      footerActions={<Link to={serviceLink(entityRef)}>{t('card.open')}</Link>}
    >
      <Async
        state={useService(entityRef)}
        notFound={<Quiet text={t('card.notService')} />}
        dense
      >
        {service => (
          <div className={classes.root}>
            {service.reports.length > 0 ? (
              <ReportSummary service={service} />
            ) : (
              <Quiet text={t('card.notAssessed')} />
            )}
            <LoadLineLine entityRef={entityRef} />
          </div>
        )}
      </Async>
    </EntityInfoCard>
  );
}
