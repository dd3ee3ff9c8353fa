import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import type {
  RollupBy,
  RollupGroup,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';

const isRef = (key: string) => /^[^:/]+:[^:/]+\/.+$/.test(key);

/** The name of a group as text, for labels and drawings. */
export function useGroupText(
  by: RollupBy,
  { key, name }: Pick<RollupGroup, 'key' | 'name'>,
): string {
  const { t } = useTranslation();
  // A hook must be called; what is no reference is not looked at.
  const ref = key !== null && isRef(key) ? key : 'group:default/none';
  const { primaryTitle } = useEntityPresentation(ref);
  if (by === 'tier') return name;
  if (key === null) {
    return {
      owner: t('rollups.groups.noOwner'),
      system: t('rollups.groups.noSystem'),
      domain: t('rollups.groups.noDomain'),
    }[by];
  }
  return isRef(key) ? primaryTitle : key;
}
