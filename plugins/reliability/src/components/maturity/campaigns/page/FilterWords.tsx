import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import type { Campaign } from '@plimsoll/backstage-plugin-reliability-common';
import { Fragment } from 'react';
import { useTiers } from '../../../../hooks/useTiers';
import { useTranslation } from '../../../../hooks/useTranslation';

const fields = ['tier', 'owner', 'system', 'domain', 'lifecycle'] as const;

/** Which services a campaign is for, in words. */
export function FilterWords({
  campaign,
}: {
  campaign: Pick<Campaign, 'filter' | 'scorecard'>;
}) {
  const { filter, scorecard } = campaign;
  const { t } = useTranslation();
  const tiers = useTiers();
  const tierName = (id: string) => {
    if (id === 'untiered') return t('common.tier.untiered');
    const known = tiers.kind === 'ready' ? tiers.value.items : [];
    return known.find(tier => tier.id === id)?.name ?? id;
  };
  const valueOf = (field: (typeof fields)[number], value: string) => {
    if (field === 'tier') return tierName(value);
    if (field === 'lifecycle') return value;
    return <EntityDisplayName entityRef={value} hideIcon />;
  };
  const used = fields.filter(field => filter[field] !== undefined);
  return (
    <>
      {used.length === 0 ? (
        t('campaigns.head.all', { scorecard: scorecard.title })
      ) : (
        <>
          {t('campaigns.head.some', { scorecard: scorecard.title })}{' '}
          {used.map((field, place) => (
            <Fragment key={field}>
              {place > 0 && '; '}
              {t(`campaigns.head.filter.${field}`)}{' '}
              {(filter[field] ?? []).map((value, index) => (
                <Fragment key={value}>
                  {index > 0 && ', '}
                  {valueOf(field, value)}
                </Fragment>
              ))}
            </Fragment>
          ))}
        </>
      )}
      {'. '}
      {t('campaigns.head.later')}
    </>
  );
}
