import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { useTranslation } from '../../../hooks/useTranslation';

/** A team as people call it. */
export function TeamName({ owner }: { owner: string | null }) {
  const { t } = useTranslation();
  return owner && /^[^:/]+:[^:/]+\/.+$/.test(owner) ? (
    <EntityDisplayName entityRef={owner} hideIcon disableTooltip />
  ) : (
    <>{owner ?? t('organisation.late.noOwner')}</>
  );
}
