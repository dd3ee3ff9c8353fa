import { useTranslation } from '../../../hooks/useTranslation';

/** The levels of severity to choose from; the name that the company gave to one is shown where it is known. */
export function useSeverityChoices(known?: {
  level: number | null;
  name: string;
}) {
  const { t } = useTranslation();
  const wordsOf = (level: number) => {
    if (known?.level === level && known.name !== String(level)) {
      return t('incidentForms.severity.named', {
        level: String(level),
        name: known.name,
      });
    }
    if (level === 1) return t('incidentForms.severity.worst');
    return level === 5 ? t('incidentForms.severity.least') : String(level);
  };
  return [
    { value: '', words: t('incidentForms.severity.none') },
    ...[1, 2, 3, 4, 5].map(level => ({
      value: String(level),
      words: wordsOf(level),
    })),
  ];
}
