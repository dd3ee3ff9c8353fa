import { useTranslation } from '../../../hooks/useTranslation';
import { pointsMissing } from '../../../utils/points';
import type { NextStep } from '../nextStep';

/** What to do next, in one sentence. */
export function useNextStepSentence(step: NextStep): string {
  const { t } = useTranslation();
  switch (step.kind) {
    case 'top':
      return t('card.top');
    case 'nothing-applies':
      return t('card.nothingApplies', { level: step.next.name });
    case 'waiting':
      return t('card.waiting');
    case 'points':
      return t('card.points', {
        count: pointsMissing(step.missingScore),
        level: step.next.name,
      });
    default: {
      const [first, ...others] = step.checks;
      const words = { level: step.liftsTo.name, check: first?.title ?? '' };
      // What these checks alone do not reach is not promised.
      if (step.liftsTo.index < step.next.index) words.level = step.next.name;
      return others.length > 0
        ? t('card.more', { count: others.length, ...words })
        : t('card.one', words);
    }
  }
}
