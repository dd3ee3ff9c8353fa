import { useApi } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../../../api';
import { useAction } from '../../../../hooks/useAction';
import { useTranslation } from '../../../../hooks/useTranslation';
import type { TierActionsProps } from './TierActions';
import { TierChanges } from './TierChanges';
import { TierDialogFrame } from './TierDialogFrame';

/** Takes the override back, after saying what applies then. */
export function TierUndoDialog(
  props: TierActionsProps & { onClose: () => void },
) {
  const { service, onChanged, onClose } = props;
  const { t } = useTranslation();
  const api = useApi(reliabilityApiRef);
  const undo = useCallback(
    () => api.removeTierOverride(service.entityRef),
    [api, service.entityRef],
  );
  const { state, run } = useAction(undo, onChanged);
  const { declared } = service.tier;
  return (
    <TierDialogFrame
      title={t('entity.tier.undo')}
      submit={t('entity.tier.undo')}
      state={state}
      onSubmit={run}
      onClose={onClose}
    >
      <Typography variant="body2" gutterBottom>
        {declared
          ? t('entity.tier.undoExplain', { value: declared.value })
          : t('entity.tier.undoExplainNone')}
      </Typography>
      <TierChanges entityRef={service.entityRef} />
    </TierDialogFrame>
  );
}
