import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import type { RollupBy } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';

const none = {
  owner: 'rollups.groups.noOwner',
  system: 'rollups.groups.noSystem',
  domain: 'rollups.groups.noDomain',
} as const;

/** A group of a rollup as people call it. */
export function GroupName(props: {
  by: RollupBy;
  groupKey: string | null;
  /** Of a tier. */
  name?: string;
}) {
  const { by, groupKey, name } = props;
  const { t } = useTranslation();
  if (by === 'tier') return <>{name ?? groupKey}</>;
  if (groupKey === null) return <>{t(none[by])}</>;
  return /^[^:/]+:[^:/]+\/.+$/.test(groupKey) ? (
    <EntityDisplayName entityRef={groupKey} hideIcon disableTooltip />
  ) : (
    <>{groupKey}</>
  );
}
