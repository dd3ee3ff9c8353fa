import type { ServiceIncidentsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { AnnotationProblems } from '../../maturity/AnnotationProblems';

/** What annotations name and nothing follows from. */
export function Problems(props: Pick<ServiceIncidentsResponse, 'problems'>) {
  const { t } = useTranslation();
  return (
    <AnnotationProblems
      title={t('incidentTab.problems.title')}
      intro={t('incidentTab.problems.intro')}
      problems={props.problems}
    />
  );
}
