import type { ActionState } from '../../../hooks/useAction';
import { useTranslation } from '../../../hooks/useTranslation';
import { refusalOf } from '../../common/refusal';

/** Why a handover was not stored, in words. */
export function useHandoverRefusal(state: ActionState<unknown>) {
  const { t } = useTranslation();
  return refusalOf(state, {
    forbidden: t('reports.handover.refused.forbidden'),
    conflict: t('reports.handover.refused.conflict'),
    failed: message => t('reports.handover.refused.failed', { message }),
  });
}
