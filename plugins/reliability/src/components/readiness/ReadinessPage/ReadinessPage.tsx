import ChecklistIcon from '@material-ui/icons/PlaylistAddCheck';
import { useChecklists } from '../../../hooks/readiness/useChecklist';
import { useReadinessParams } from '../../../hooks/readiness/useReadinessParams';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async, StateMessage } from '../../async';
import { Organisation } from './Organisation';

/** How ready the organisation is; checklist, filters, order and page live in the address. */
export function ReadinessPage() {
  const { t } = useTranslation();
  const address = useReadinessParams();
  const checklists = useChecklists();
  return (
    <Async state={checklists}>
      {({ items }) => {
        const definitions = items.map(({ definition }) => definition);
        const chosen =
          definitions.find(({ id }) => id === address.params.checklist) ??
          definitions[0];
        return chosen ? (
          <Organisation
            // The lists of another checklist must not be shown below its name.
            key={chosen.id}
            checklists={definitions}
            checklist={chosen}
            address={address}
          />
        ) : (
          <StateMessage icon={<ChecklistIcon />} title={t('organisation.none')}>
            {t('organisation.noneText')}
          </StateMessage>
        );
      }}
    </Async>
  );
}
