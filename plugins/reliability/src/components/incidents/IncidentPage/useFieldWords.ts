import { stampNames } from '@plimsoll/backstage-plugin-reliability-common';
import { useMemo } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { timeText } from '../../../utils/incidents/times';

const fields = [
  'title',
  'summary',
  'severity',
  'cause',
  'change',
  'customerImpact',
  'isTest',
  'entityRefs',
] as const;

const isTime = (text: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text);

/** Words for the fields of an incident and what they can hold. */
export function useFieldWords() {
  const { t } = useTranslation();
  return useMemo(() => {
    const fieldOf = (field: string): string => {
      const stamp = stampNames.find(name => name === field);
      if (stamp) return t(`incident.stamp.${stamp}`);
      const known = fields.find(name => name === field);
      return known ? t(`incidentPage.edits.fields.${known}`) : field;
    };
    const valueOf = (value: unknown): string => {
      if (value === null || value === undefined || value === '') {
        return t('incidentPage.edits.nothing');
      }
      if (typeof value === 'boolean') {
        return t(value ? 'incidentPage.edits.yes' : 'incidentPage.edits.no');
      }
      if (typeof value === 'string') {
        return isTime(value) ? timeText(value) : value;
      }
      if (Array.isArray(value)) return value.map(valueOf).join(', ');
      if (typeof value === 'object') {
        const { title, at } = value as { title?: unknown; at?: unknown };
        return valueOf(title ?? at ?? JSON.stringify(value));
      }
      return String(value);
    };
    return { fieldOf, valueOf };
  }, [t]);
}
