import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { ServiceResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { serviceViews, useServiceView } from '../../../hooks/useServiceView';
import { useTranslation } from '../../../hooks/useTranslation';
import { IncidentsView } from '../../incidents/IncidentsView';
import { OncallView } from '../../oncall/OncallView';
import { ReadinessView } from '../../readiness/ReadinessView';
import { SlosView } from '../../slo/SlosView';
import { ServiceReport } from './ServiceReport';

const useStyles = makeStyles(theme => ({
  nav: {
    ...theme.typography.body1,
    display: 'flex',
    gap: theme.spacing(0, 3),
    flexWrap: 'wrap',
    marginBottom: theme.spacing(2),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  link: {
    padding: theme.spacing(1, 0.5),
    marginBottom: -1,
    color: theme.palette.text.primary,
    borderBottom: '3px solid transparent',
    '&[aria-current=page]': {
      fontWeight: 600,
      borderBottomColor: theme.palette.primary.main,
    },
  },
}));

export interface ServiceViewsProps {
  service: ServiceResponse;
  /** Takes the service as a write left it. */
  onChanged: (service: ServiceResponse) => void;
}

/** The parts of the tab: maturity, readiness, SLOs, on-call and incidents. The address says which one is shown. */
export function ServiceViews(props: ServiceViewsProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { view, hrefOf } = useServiceView();
  return (
    <>
      <nav className={classes.nav} aria-label={t('readiness.view.label')}>
        {serviceViews.map(each => (
          <Link
            key={each}
            to={hrefOf(each)}
            className={classes.link}
            underline="none"
            aria-current={each === view ? 'page' : undefined}
          >
            {t(`readiness.view.${each}`)}
          </Link>
        ))}
      </nav>
      {view === 'maturity' && <ServiceReport {...props} />}
      {view === 'readiness' && <ReadinessView {...props} />}
      {view === 'slos' && <SlosView service={props.service} />}
      {view === 'oncall' && <OncallView {...props} />}
      {view === 'incidents' && <IncidentsView service={props.service} />}
    </>
  );
}
