import { useMemo } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import type {
  SeverityChoice,
  StatusChoice,
} from '../../../utils/incidents/incidentParams';

/** The names of severities as an answer has them. */
export type SeverityNames = readonly { level: number | null; name: string }[];

const none: SeverityNames = [];

/** Words for what incidents can be narrowed to. */
export function useFilterWords(severities: SeverityNames = none) {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      severityOf: (choice: SeverityChoice): string => {
        if (choice === 'none') return t('incident.filters.noLevel');
        const found = severities.find(({ level }) => String(level) === choice);
        return found?.name ?? `SEV${choice}`;
      },
      statusOf: (choice: StatusChoice): string =>
        choice === 'active'
          ? t('incident.filters.active')
          : t(`incident.status.${choice}`),
    }),
    [t, severities],
  );
}
