import type { IncidentSeverity } from '@plimsoll/backstage-plugin-reliability-common';
import { useMemo } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';

/** How a severity is called, and what its provider says. */
export function useSeverityWords() {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      nameOf: ({ level, raw, name }: IncidentSeverity): string => {
        if (level !== null) return name;
        return raw === null
          ? t('incident.severity.none')
          : t('incident.severity.unmapped', { raw });
      },
      helpOf: ({ level, raw, from }: IncidentSeverity): string => {
        if (from === 'person') return t('incident.severity.byPerson');
        if (raw === null) return t('incident.severity.noneHelp');
        return level === null
          ? t('incident.severity.unmappedHelp', { raw })
          : t('incident.severity.help', { raw });
      },
    }),
    [t],
  );
}
