import { useTranslation } from '../../../hooks/useTranslation';
import { Person } from '../Person';

const PREFIX = 'source:';

function useSourceWords() {
  const { t } = useTranslation();
  return (source: string): string => {
    const slash = source.indexOf('/');
    const [kind, name] =
      slash < 0
        ? [source, '']
        : [source.slice(0, slash), source.slice(slash + 1)];
    switch (kind) {
      case 'catalog':
      case 'slo':
      case 'clock':
      case 'configuration':
        return t(`changes.by.${kind}`);
      case 'oncall':
      case 'facts':
        return t(`changes.by.${kind}`, { name });
      case 'incidents':
        return name
          ? t('changes.by.incidents', { name })
          : t('changes.by.incidentTask');
      default:
        return source;
    }
  };
}

/** Who or what brought a change: a person, a machine, or a source in words. */
export function ByWhom({ by }: { by: string }) {
  const sourceWords = useSourceWords();
  return by.startsWith(PREFIX) ? (
    <>{sourceWords(by.slice(PREFIX.length))}</>
  ) : (
    <Person name={by} />
  );
}
