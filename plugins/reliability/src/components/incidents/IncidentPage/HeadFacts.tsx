import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useIncidentsLink } from '../../../hooks/incidents/useIncidentsLink';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import { webAddress } from '../../../utils/oncall/addresses';
import { Detail, Details, SafeMarkdown } from '../../common';
import { ProvenanceMark } from '../common';

const useStyles = makeStyles(theme => ({
  services: {
    display: 'grid',
    gap: theme.spacing(0.5),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  service: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1.5),
  },
  quiet: { color: theme.palette.text.secondary },
}));

/** The services with who says so. */
function Services({ services }: Pick<IncidentResponse, 'services'>) {
  const classes = useStyles();
  const { t } = useTranslation();
  const incidentsLink = useIncidentsLink();
  if (services.length === 0) return <>{t('incidentPage.noServices')}</>;
  return (
    <ul className={classes.services}>
      {services.map(({ entityRef, title, owner, tier, from }) => (
        <li key={entityRef} className={classes.service}>
          <Link to={incidentsLink(entityRef)}>{title}</Link>
          <span className={classes.quiet}>
            {tier.name}
            {' · '}
            {owner ? (
              <EntityRefLink entityRef={owner} hideIcon disableTooltip />
            ) : (
              t('incidentPage.noOwner')
            )}
          </span>
          <ProvenanceMark from={from} />
        </li>
      ))}
    </ul>
  );
}

/** Services, summary, cause and change; what nobody recorded is said to be missing. */
export function HeadFacts({ incident }: { incident: IncidentResponse }) {
  const { summary, cause, change, customerImpact, mergedInto } = incident;
  const classes = useStyles();
  const links = useLinks();
  const { t } = useTranslation();
  const changePage = webAddress(change?.url ?? null);
  const customers = () => {
    if (customerImpact === null) return t('incidentPage.customersUnknown');
    return t(
      customerImpact ? 'incident.flag.customers' : 'incident.flag.noCustomers',
    );
  };
  return (
    <>
      {mergedInto && (
        <Typography variant="body2">
          {t('incidentPage.mergedInto')}{' '}
          <Link to={links.incident(mergedInto)}>
            {t('incidentPage.mergedLink')}
          </Link>
        </Typography>
      )}
      <Details>
        <Detail label={t('incidentPage.services')}>
          <Services services={incident.services} />
        </Detail>
        {incident.isPrivate ? (
          <Detail label={t('incidentPage.summary')}>
            {t('incidentPage.private')}
          </Detail>
        ) : (
          <>
            <Detail label={t('incidentPage.summary')}>
              {summary ? (
                <SafeMarkdown text={summary} />
              ) : (
                <span className={classes.quiet}>
                  {t('incidentPage.noSummary')}
                </span>
              )}
            </Detail>
            <Detail label={t('incidentPage.cause')}>
              {cause ?? (
                <span className={classes.quiet}>
                  {t('incidentPage.noCause')}
                </span>
              )}
            </Detail>
            {change && (
              <Detail label={t('incidentPage.change')}>
                {changePage ? (
                  <Link to={changePage}>{change.title}</Link>
                ) : (
                  change.title
                )}
              </Detail>
            )}
          </>
        )}
        <Detail label={t('incidentPage.customers')}>{customers()}</Detail>
      </Details>
    </>
  );
}
