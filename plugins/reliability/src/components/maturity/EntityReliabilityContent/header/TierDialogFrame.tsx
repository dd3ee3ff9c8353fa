import type { ReactNode } from 'react';
import type { ActionState } from '../../../../hooks/useAction';
import { useTranslation } from '../../../../hooks/useTranslation';
import { errorKind, errorText } from '../../../async';
import { FormDialog } from '../../../common';

export interface TierDialogFrameProps {
  title: string;
  submit: string;
  state: ActionState<unknown>;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** What both dialogs about the tier share: the form and the words of a refusal. */
export function TierDialogFrame(props: TierDialogFrameProps) {
  const { state, ...dialog } = props;
  const { t } = useTranslation();
  const refusal = (error: Error) =>
    errorKind(error) === 'forbidden'
      ? t('entity.tier.forbidden')
      : t('entity.tier.failed', { message: errorText(error) });
  return (
    <FormDialog
      {...dialog}
      cancel={t('entity.tier.cancel')}
      busy={state.kind === 'running'}
      refusal={state.kind === 'failed' ? refusal(state.error) : undefined}
    />
  );
}
