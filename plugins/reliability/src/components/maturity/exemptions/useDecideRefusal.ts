import type { ActionState } from '../../../hooks/useAction';
import { useTranslation } from '../../../hooks/useTranslation';
import { errorText } from '../../async';
import { refusalOf } from '../../common';

/** Why a decision was not stored, in words. */
export function useDecideRefusal(
  state: ActionState<unknown>,
): string | undefined {
  const { t } = useTranslation();
  const message = state.kind === 'failed' ? errorText(state.error) : '';
  return refusalOf(state, {
    forbidden: t('exemptions.decide.forbidden'),
    conflict: t('exemptions.decide.conflict', { message }),
    failed: text => t('exemptions.decide.failed', { message: text }),
  });
}
