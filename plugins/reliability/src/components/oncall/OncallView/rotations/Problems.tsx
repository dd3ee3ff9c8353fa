import type { ServiceOncallResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { AnnotationProblems } from '../../../maturity/AnnotationProblems';

/** What annotations name and nothing follows from. */
export function Problems(props: Pick<ServiceOncallResponse, 'problems'>) {
  const { t } = useTranslation();
  return (
    <AnnotationProblems
      title={t('oncall.problems.title')}
      intro={t('oncall.problems.intro')}
      problems={props.problems}
    />
  );
}
