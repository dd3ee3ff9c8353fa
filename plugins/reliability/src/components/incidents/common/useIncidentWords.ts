import { useMemo } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { providerName } from '../../../utils/oncall/providers';

/** Words that incidents need in many places. */
export function useIncidentWords() {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      /** What is recorded here has no maker. */
      providerOf: (type: string) =>
        type === 'portal' ? t('incident.provider.portal') : providerName(type),
    }),
    [t],
  );
}
