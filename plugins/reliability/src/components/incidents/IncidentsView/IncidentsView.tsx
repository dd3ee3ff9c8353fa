import { makeStyles } from '@material-ui/core/styles';
import type {
  ServiceIncidentsResponse,
  ServiceResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  useServiceIncidentParams,
  useServiceIncidents,
  type ServiceIncidentAddress,
} from '../../../hooks/incidents/useServiceIncidents';
import { useTranslation } from '../../../hooks/useTranslation';
import { isServiceFiltered } from '../../../utils/incidents/serviceParams';
import { Async } from '../../async';
import { ServiceSkeleton } from '../../maturity/EntityReliabilityContent/ServiceSkeleton';
import { Section } from '../../maturity/Section';
import { StaleNotice } from '../common';
import { IncidentFigures } from '../figures';
import { IncidentTimeline } from '../timeline/IncidentTimeline';
import { isConnected } from './isConnected';
import { NotConnected } from './NotConnected';
import { NowSection } from './NowSection';
import { PeriodChoice } from './PeriodChoice';
import { Problems } from './Problems';
import { ServiceList } from './ServiceList';
import { Sources } from './Sources';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    // The portal's body may have another font than the theme of its MUI parts.
    fontFamily: theme.typography.fontFamily,
  },
}));

function ServiceIncidents(props: {
  value: ServiceIncidentsResponse;
  refreshing: boolean;
  address: ServiceIncidentAddress;
}) {
  const { value, refreshing, address } = props;
  const { params, change } = address;
  const { t } = useTranslation();
  const { figures, contract } = value;
  const connected = isConnected(value);
  const nothing =
    value.totalItems + value.timeline.length === 0 &&
    !isServiceFiltered(params);
  return (
    <>
      <NowSection value={value} />
      <Problems problems={value.problems} />
      {nothing && !connected ? (
        <NotConnected />
      ) : (
        <>
          <PeriodChoice
            days={params.days}
            onChange={days => change({ days })}
          />
          <IncidentTimeline value={value} />
          {!nothing && (
            <Section title={t('incidentFigures.title')}>
              <IncidentFigures figures={figures} rtoMs={contract?.rtoMs} />
            </Section>
          )}
          <ServiceList
            value={value}
            refreshing={refreshing}
            address={address}
          />
          <Sources sources={value.sources} />
        </>
      )}
    </>
  );
}

/** The incidents of a service: is something on now, what is owed, what happened and what it took. */
export function IncidentsView({ service }: { service: ServiceResponse }) {
  const classes = useStyles();
  const address = useServiceIncidentParams();
  const state = useServiceIncidents(service.entityRef, address.params);
  return (
    <div className={classes.root}>
      <StaleNotice stale={state.stale} />
      <Async state={state} loading={<ServiceSkeleton />}>
        {(value, refreshing) => (
          <ServiceIncidents
            value={value}
            refreshing={refreshing}
            address={address}
          />
        )}
      </Async>
    </div>
  );
}
