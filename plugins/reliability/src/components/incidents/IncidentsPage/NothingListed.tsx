import Button from '@material-ui/core/Button';
import FilterIcon from '@material-ui/icons/FilterList';
import type { IncidentAddress } from '../../../hooks/incidents/useIncidents';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  isIncidentFiltered,
  withoutIncidentFilters,
} from '../../../utils/incidents/incidentParams';
import { StateMessage } from '../../async';

/** Why the list is empty: because of its filters, or because nothing is known. */
export function NothingListed({ address }: { address: IncidentAddress }) {
  const { params, change } = address;
  const { t } = useTranslation();
  if (!isIncidentFiltered(params)) {
    return (
      <StateMessage title={t('incidents.none.title')}>
        {t('incidents.none.text')}
      </StateMessage>
    );
  }
  return (
    <StateMessage
      icon={<FilterIcon />}
      title={t('incident.noMatch.title')}
      action={
        <Button
          size="small"
          variant="outlined"
          onClick={() => change(withoutIncidentFilters(params))}
        >
          {t('incident.noMatch.clear')}
        </Button>
      }
    >
      {t('incident.noMatch.text')}
    </StateMessage>
  );
}
