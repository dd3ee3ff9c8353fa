import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { useOverrideTier } from '../../../../hooks/useServiceActions';
import { useTiers } from '../../../../hooks/useTiers';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Async } from '../../../async';
import type { TierActionsProps } from './TierActions';
import { TierChanges } from './TierChanges';
import { TierDialogFrame } from './TierDialogFrame';

const SHORTEST_REASON = 3;
const LONGEST_REASON = 1000;

/** Sets the tier by hand, with a reason. */
export function TierOverrideDialog(
  props: TierActionsProps & { onClose: () => void },
) {
  const { service, onChanged, onClose } = props;
  const { t } = useTranslation();
  const tiers = useTiers();
  const [tier, setTier] = useState(service.tier.override?.tier ?? '');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { state, run } = useOverrideTier(service.entityRef, onChanged);
  const noTier = tier === '';
  const noReason = reason.trim().length < SHORTEST_REASON;
  const submit = () => {
    setTried(true);
    if (!noTier && !noReason) run({ tier, reason: reason.trim() });
  };
  return (
    <TierDialogFrame
      title={t('entity.tier.override')}
      submit={t('entity.tier.save')}
      state={state}
      onSubmit={submit}
      onClose={onClose}
    >
      <Typography variant="body2">{t('entity.tier.explain')}</Typography>
      <Async state={tiers} dense>
        {({ items }) => (
          <TextField
            select
            fullWidth
            required
            // eslint-disable-next-line jsx-a11y/no-autofocus -- the first field of a dialog that was just opened
            autoFocus
            margin="normal"
            variant="outlined"
            id="reliability-tier"
            label={t('entity.tier.choice')}
            value={tier}
            onChange={event => setTier(event.target.value)}
            error={tried && noTier}
            helperText={tried && noTier && t('entity.tier.choiceMissing')}
            InputLabelProps={{ shrink: true }}
            SelectProps={{ native: true }}
          >
            <option value="" />
            {items.map(({ id, name }) => (
              <option key={id} value={id}>
                {`${name} (${id})`}
              </option>
            ))}
          </TextField>
        )}
      </Async>
      <TextField
        fullWidth
        required
        multiline
        rows={3}
        margin="normal"
        variant="outlined"
        id="reliability-tier-reason"
        label={t('entity.tier.reason')}
        value={reason}
        onChange={event => setReason(event.target.value)}
        error={tried && noReason}
        helperText={
          tried && noReason
            ? t('entity.tier.reasonMissing')
            : t('entity.tier.reasonHelp')
        }
        inputProps={{ maxLength: LONGEST_REASON }}
      />
      <TierChanges entityRef={service.entityRef} />
    </TierDialogFrame>
  );
}
