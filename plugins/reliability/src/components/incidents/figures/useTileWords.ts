import type { IncidentFiguresItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';

type Lines = readonly (string | false)[];

/** What each count is made of, line by line; what is none is left out. */
export function useTileWords(
  figures: IncidentFiguresItem,
): Record<'impact' | 'pages' | 'postmortems' | 'followUps', Lines> {
  const { t } = useTranslation();
  const { impactUnknown, pages, postmortems, followUps } = figures;
  const inTime = ({ inTime: n }: { inTime: number }) =>
    t('incidentFigures.inTime', { count: n });
  const overdue = ({ overdue: n }: { overdue: number }) =>
    n > 0 && t('incidentFigures.overdue', { count: n });
  return {
    impact: [
      impactUnknown > 0 &&
        t('incidentFigures.impactUnknown', { count: impactUnknown }),
    ],
    pages: [
      pages.total > 0 &&
        t('incidentFigures.pagesAfterHours', {
          number: String(pages.afterHours),
          sleep: String(pages.sleepHours),
        }),
      pages.withoutHuman > 0 &&
        t('incidentFigures.pagesWithoutHuman', { count: pages.withoutHuman }),
      pages.noisyKeys > 0 &&
        t('incidentFigures.noisy', { count: pages.noisyKeys }),
      pages.zoneUnknown > 0 &&
        t('incidentFigures.zoneUnknown', { count: pages.zoneUnknown }),
    ],
    postmortems:
      postmortems.required > 0
        ? [
            t('incidentFigures.postmortemsOf', {
              published: String(postmortems.published),
              required: String(postmortems.required),
            }),
            inTime(postmortems),
            overdue(postmortems),
          ]
        : [t('incidentFigures.noneRequired')],
    followUps:
      followUps.total > 0
        ? [
            t('incidentFigures.followUpsOf', {
              done: String(followUps.done),
              total: String(followUps.total),
            }),
            inTime(followUps),
            overdue(followUps),
          ]
        : [t('incidentFigures.noneWritten')],
  };
}
