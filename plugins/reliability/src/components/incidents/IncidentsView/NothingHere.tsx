import Button from '@material-ui/core/Button';
import FilterIcon from '@material-ui/icons/FilterList';
import type { ServiceIncidentsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import type { ServiceIncidentAddress } from '../../../hooks/incidents/useServiceIncidents';
import { useTranslation } from '../../../hooks/useTranslation';
import { dayText } from '../../../utils/dates';
import { isServiceFiltered } from '../../../utils/incidents/serviceParams';
import { StateMessage } from '../../async';

type Source = ServiceIncidentsResponse['sources'][number];

/** Why the list is empty: because of its filters, or because none began in that time, as far as that is known. */
export function NothingHere(props: {
  value: ServiceIncidentsResponse;
  address: ServiceIncidentAddress;
}) {
  const { value, address } = props;
  const { params, change } = address;
  const { t } = useTranslation();
  if (isServiceFiltered(params)) {
    return (
      <StateMessage
        icon={<FilterIcon />}
        title={t('incident.noMatch.title')}
        action={
          <Button
            size="small"
            variant="outlined"
            onClick={() => change({ q: '', severity: [], status: [] })}
          >
            {t('incident.noMatch.clear')}
          </Button>
        }
      >
        {t('incident.noMatch.text')}
      </StateMessage>
    );
  }
  const doubts = value.sources.flatMap((source: Source) => {
    const { account, pushed, readAt, backfilledTo } = source;
    if (pushed) return [];
    if (!readAt) return t('incidentTab.none.neverRead', { source: account });
    return backfilledTo && backfilledTo > value.from
      ? t('incidentTab.none.knownSome', {
          source: account,
          day: dayText(backfilledTo),
        })
      : [];
  });
  return (
    <StateMessage title={t('incidentTab.none.title')}>
      {t('incidentTab.none.text', { days: String(params.days) })}{' '}
      {doubts.length > 0
        ? doubts.join(' ')
        : t('incidentTab.none.known', { day: dayText(value.from) })}
    </StateMessage>
  );
}
