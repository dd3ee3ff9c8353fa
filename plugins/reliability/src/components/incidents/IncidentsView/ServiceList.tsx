import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ServiceIncidentsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useId } from 'react';
import type { ServiceIncidentAddress } from '../../../hooks/incidents/useServiceIncidents';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  severityChoices,
  statusChoices,
} from '../../../utils/incidents/incidentParams';
import { TextFilter } from '../../common/filters';
import { ChoiceFilter, IncidentListFrame, useFilterWords } from '../common';
import { NothingHere } from './NothingHere';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(1) },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  title: { marginRight: theme.spacing(1) },
}));

/** The incidents of the service, with what narrows them. */
export function ServiceList(props: {
  value: ServiceIncidentsResponse;
  refreshing: boolean;
  address: ServiceIncidentAddress;
}) {
  const { value, refreshing, address } = props;
  const { params, change } = address;
  const classes = useStyles();
  const links = useLinks();
  const { t } = useTranslation();
  const { severityOf, statusOf } = useFilterWords(value.figures.bySeverity);
  const id = useId();
  return (
    <section className={classes.root} aria-labelledby={id}>
      <div className={classes.head}>
        <Typography
          variant="h6"
          component="h2"
          id={id}
          className={classes.title}
        >
          {t('incidentTab.list.title')}
        </Typography>
        <TextFilter
          value={params.q}
          onChange={change}
          label={t('incidentTab.list.search')}
          placeholder={t('incidentTab.list.searchPlaceholder')}
        />
        <ChoiceFilter
          name={t('incident.filters.severity')}
          values={severityChoices}
          words={severityOf}
          chosen={params.severity}
          onChange={severity => change({ severity })}
        />
        <ChoiceFilter
          name={t('incident.filters.status')}
          values={statusChoices}
          words={statusOf}
          chosen={params.status}
          onChange={status => change({ status })}
        />
        <Link to={links.incidents()}>{t('incidentTab.list.company')}</Link>
      </div>
      <IncidentListFrame
        page={value}
        refreshing={refreshing}
        address={address}
        ofOneService
        empty={<NothingHere value={value} address={address} />}
      />
    </section>
  );
}
