import Typography from '@material-ui/core/Typography';
import { useRemoveTierOverride } from '../../../../hooks/useServiceActions';
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
  const { state, run } = useRemoveTierOverride(service.entityRef, onChanged);
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
