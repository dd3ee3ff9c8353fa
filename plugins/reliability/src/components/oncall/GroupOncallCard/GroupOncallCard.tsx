import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { useOwnerOncall } from '../../../hooks/oncall/useOwnerOncall';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async, StateMessage } from '../../async';
import { GroupOncall } from './GroupOncall';

/**
 * The card on the page of a group: the rotations of its services, who carries them, and what is doubtful.
 *
 * @public
 */
export function GroupOncallCard() {
  const { entity } = useEntity();
  const { t } = useTranslation();
  const links = useLinks();
  const owner = stringifyEntityRef(entity);
  const search = new URLSearchParams({ owner });
  return (
    <EntityInfoCard
      title={t('oncallGroup.title')}
      footerActions={
        <Link to={`${links.oncall()}?${search}`}>{t('oncallGroup.all')}</Link>
      }
    >
      <Async state={useOwnerOncall(owner)} dense>
        {value => {
          if (value.services === 0) {
            return <StateMessage title={t('oncallGroup.noServices')} dense />;
          }
          return value.rotations.length === 0 ? (
            <StateMessage title={t('oncallGroup.empty')} dense>
              {t('oncallGroup.emptyText', { count: value.services })}
            </StateMessage>
          ) : (
            <GroupOncall value={value} />
          );
        }}
      </Async>
    </EntityInfoCard>
  );
}
