import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { useLinks } from '../../../hooks/useLinks';
import { useOwnedServices } from '../../../hooks/useOwnedServices';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async, StateMessage } from '../../async';
import { GroupRollup } from './GroupRollup';
import { GroupSummary } from './GroupSummary';

/**
 * The card on the page of a group (or user): how its services stand, the lowest first.
 *
 * @public
 */
export function GroupReliabilityCard() {
  const { entity } = useEntity();
  const { t } = useTranslation();
  const links = useLinks();
  const owner = [stringifyEntityRef(entity)];
  const state = useOwnedServices(owner);
  const count = state.kind === 'ready' ? state.value.summary.total : 0;
  return (
    <EntityInfoCard
      title={t('group.title')}
      footerActions={
        count > 0 && (
          <Link to={links.ranking({ owner })}>{t('group.all', { count })}</Link>
        )
      }
    >
      <Async state={state} dense>
        {({ services, summary }) =>
          services.items.length > 0 ? (
            <>
              <GroupSummary services={services.items} summary={summary} />
              <GroupRollup owner={owner[0]} />
            </>
          ) : (
            <StateMessage title={t('group.empty')} dense>
              {t('group.emptyHelp')}
            </StateMessage>
          )
        }
      </Async>
    </EntityInfoCard>
  );
}
