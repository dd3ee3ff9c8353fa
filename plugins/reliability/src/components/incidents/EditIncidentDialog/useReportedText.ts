import { stampNames } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { timeText } from '../../../utils/incidents/times';

const isStamp = (field: string) => stampNames.some(name => name === field);

/** A time in any of the shapes in which it may be kept: RFC 3339, milliseconds, or a stamp around one. */
function timeOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return new Date(value).toISOString();
  const at = (value as { at?: unknown } | null)?.at;
  return at === undefined ? undefined : timeOf(at);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** What a provider says of a field, in words. */
export function useReportedText() {
  const { t } = useTranslation();
  return (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') {
      return t('incidentForms.edit.nothing');
    }
    if (isStamp(field)) {
      const at = timeOf(value);
      return at ? timeText(at) : t('incidentForms.edit.nothing');
    }
    if (typeof value === 'boolean') {
      return t(`incidentForms.edit.${value ? 'yes' : 'no'}`);
    }
    if (Array.isArray(value)) {
      return value.length > 0
        ? value.map(each => String(each).replace(/^.*\//, '')).join(', ')
        : t('incidentForms.edit.nothing');
    }
    if (isObject(value)) {
      return String(value.title ?? value.raw ?? value.name ?? '');
    }
    return String(value);
  };
}
