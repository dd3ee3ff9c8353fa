import type { IncidentFiguresItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useMemo } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { lengthText } from '../../../utils/incidents/lengths';
import type {
  ChartBlock,
  ChartIncident,
  ChartLane,
} from '../../../utils/incidents/timeline';
import { timeText } from '../../../utils/incidents/times';

const TITLES = 3;

/** Words for lanes and blocks of the chart. Severities are called as the figures call them. */
export function useChartWords(
  severities: IncidentFiguresItem['bySeverity'],
  at: string,
) {
  const { t } = useTranslation();
  return useMemo(() => {
    const severityOf = (level: number | null) =>
      level === null
        ? t('incidentTab.timeline.noLevel')
        : severities.find(each => each.level === level)?.name ?? `SEV${level}`;
    const laneName = ({ kind, level }: ChartLane) =>
      kind === 'changes'
        ? t('incidentTab.timeline.changes')
        : severityOf(level);
    const lengthOf = ({ from, to }: ChartIncident) => {
      const length = lengthText(Date.parse(to ?? at) - Date.parse(from));
      return to ? length : t('incident.duration.goesOn', { length });
    };
    const titlesOf = (changes: NonNullable<ChartBlock['changes']>) => {
      const titles = changes.slice(0, TITLES).map(({ title }) => title);
      const hidden = changes.length - titles.length;
      return hidden > 0
        ? [
            ...titles,
            t('incidentTab.timeline.and', { number: String(hidden) }),
          ].join(', ')
        : titles.join(', ');
    };
    const sentence = ({ incident, changes = [] }: ChartBlock) =>
      incident
        ? t('incidentTab.timeline.block', {
            reference: incident.reference,
            title: incident.title,
            severity: severityOf(incident.severity),
            when: timeText(incident.from),
            length: lengthOf(incident),
          })
        : t('incidentTab.timeline.change', {
            count: changes.length,
            when: timeText(changes[0].at),
            titles: titlesOf(changes),
          });
    return { severityOf, laneName, lengthOf, sentence };
  }, [t, severities, at]);
}
