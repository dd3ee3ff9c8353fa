import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { useFirstFollowUps } from '../../../hooks/incidents/useFollowUps';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async, StateMessage } from '../../async';
import { FollowUpLines } from '../parts';

const SHOWN = 6;

/**
 * The card on the page of a group: what it still has to do because of incidents of its services.
 *
 * @public
 */
export function GroupFollowUpsCard() {
  const { entity } = useEntity();
  const { t } = useTranslation();
  const links = useLinks();
  const owner = stringifyEntityRef(entity);
  const state = useFirstFollowUps({ owner: [owner] }, SHOWN);
  const count = state.kind === 'ready' ? state.value.totalItems : 0;
  const search = new URLSearchParams({ owner });
  return (
    <EntityInfoCard
      title={t('followUps.card.group')}
      footerActions={
        count > 0 && (
          <Link to={`${links.incidents('follow-ups')}&${search}`}>
            {t('followUps.card.all', { count })}
          </Link>
        )
      }
    >
      <Async state={state} dense>
        {page =>
          page.items.length === 0 ? (
            <StateMessage title={t('followUps.card.groupNone')} dense>
              {t('followUps.card.groupNoneText')}
            </StateMessage>
          ) : (
            <FollowUpLines page={page} label={t('followUps.card.group')} />
          )
        }
      </Async>
    </EntityInfoCard>
  );
}
