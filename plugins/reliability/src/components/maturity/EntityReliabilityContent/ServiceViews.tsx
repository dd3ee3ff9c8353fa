import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { ServiceResponse } from '@plimsoll/backstage-plugin-reliability-common';
import {
  serviceViews,
  useReadinessView,
} from '../../../hooks/readiness/useReadinessView';
import { useTranslation } from '../../../hooks/useTranslation';
import { ReadinessView } from '../../readiness/ReadinessView';
import { ServiceReport } from './ServiceReport';

const useStyles = makeStyles(theme => ({
  nav: {
    ...theme.typography.body1,
    display: 'flex',
    gap: theme.spacing(3),
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

/** The parts of the tab: maturity and readiness. The address says which one is shown. */
export function ServiceViews(props: ServiceViewsProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { view, hrefOf } = useReadinessView();
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
      {view === 'readiness' ? (
        <ReadinessView {...props} />
      ) : (
        <ServiceReport {...props} />
      )}
    </>
  );
}
