import { useTranslation } from '../../../../hooks/useTranslation';
import { pointsMissing } from '../../../../utils/points';
import type { NextStep } from '../../nextStep';

/** The answer in one line. */
export function useNextStepTitle(step: NextStep): string {
  const { t } = useTranslation();
  switch (step.kind) {
    case 'top':
      return t('entity.next.top');
    case 'nothing-applies':
      return t('entity.next.nothingApplies', { level: step.next.name });
    case 'points':
      return t('entity.next.points', {
        count: pointsMissing(step.missingScore),
        level: step.next.name,
      });
    case 'waiting':
      return t('entity.next.title');
    default: {
      const { next, liftsTo } = step;
      const count = step.checks.length;
      if (liftsTo.index < next.index) {
        return t('entity.next.needsToo', { count, level: next.name });
      }
      return liftsTo.index > next.index
        ? t('entity.next.liftsPast', {
            count,
            next: next.name,
            level: liftsTo.name,
          })
        : t('entity.next.lifts', { count, level: next.name });
    }
  }
}
