import { useMemo } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { providerName } from '../../../utils/oncall/providers';

/** Words that on-call needs in many places. */
export function useOncallWords() {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      /** A provider without levels has one, which needs no number. */
      levelOf: (level: number | null) =>
        level === null
          ? t('oncall.noLevel')
          : t('oncall.level', { level: String(level) }),
      /** What the portal itself answers has no maker. */
      providerOf: (type: string) =>
        type === 'static' ? t('oncall.configured') : providerName(type),
    }),
    [t],
  );
}
