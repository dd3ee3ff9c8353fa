import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { useTranslation } from '../../../hooks/useTranslation';
import type { ListFilter } from '../../../utils/rankingParams';

const refs: readonly ListFilter[] = ['owner', 'system', 'domain'];

/** Names of values by id, where they are known without asking: tiers and levels. */
export type ValueNames = Readonly<
  Partial<Record<ListFilter, Readonly<Record<string, string>>>>
>;

/** A value of a filter as people call it. */
export function FacetValue(props: {
  field: ListFilter;
  value: string;
  names: ValueNames;
}) {
  const { field, value, names } = props;
  const { t } = useTranslation();
  if (refs.includes(field) && /^[^:/]+:[^/]+\/.+$/.test(value)) {
    return <EntityDisplayName entityRef={value} hideIcon disableTooltip />;
  }
  if (field === 'level' && value === 'none')
    return <>{t('common.level.none')}</>;
  if (field === 'tier' && value === 'untiered') {
    return <>{t('common.tier.untiered')}</>;
  }
  return <>{names[field]?.[value] ?? value}</>;
}
