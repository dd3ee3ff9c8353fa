import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import type {
  DecideExemption,
  ExemptionItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback, useState } from 'react';
import { useAction } from '../../../hooks/useAction';
import { useCall } from '../../../hooks/useCall';
import { useRoute } from '../../../hooks/useRoute';
import { useTranslation } from '../../../hooks/useTranslation';
import { dayText } from '../../../utils/dates';
import { Async } from '../../async';
import { FormDialog } from '../../common';
import { ExemptionContext } from './ExemptionContext';
import { useDecideRefusal } from './useDecideRefusal';

type Decision = DecideExemption['decision'];

const choices = ['approve', 'deny'] as const;

/** Approves or denies, revokes or withdraws, with all that speaks for and against it. */
export function DecideDialog(props: {
  exemption: ExemptionItem;
  action: 'decide' | 'revoke' | 'withdraw';
  onWritten: (written: ExemptionItem) => void;
  onClose: () => void;
}) {
  const { exemption, action, onWritten, onClose } = props;
  const { id, version, may, check, service } = exemption;
  const call = useCall();
  const { t } = useTranslation();
  const offered = choices.filter(each => may[each]);
  const [decision, setDecision] = useState<Decision>(
    action === 'decide' ? offered[0] : action,
  );
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const story = useRoute('getExemption', { id });
  const decide = useCallback(
    () =>
      call('decideExemption', {
        id,
        body: { decision, note: note.trim(), version },
      }),
    [call, id, decision, note, version],
  );
  const { state, run } = useAction(decide, onWritten);
  const refusal = useDecideRefusal(state);
  const needsNote = decision === 'deny' || decision === 'revoke';
  const missing = needsNote && note.trim() === '';
  const titles = {
    decide: t('exemptions.decide.title', {
      service: service.title,
      check: check.title,
    }),
    revoke: t('exemptions.decide.revokeTitle', { service: service.title }),
    withdraw: t('exemptions.decide.withdrawTitle', { service: service.title }),
  };
  return (
    <FormDialog
      title={titles[action]}
      submit={t(`exemptions.decide.${decision}`)}
      cancel={t('exemptions.decide.cancel')}
      maxWidth="sm"
      busy={state.kind === 'running'}
      refusal={refusal}
      onSubmit={() => {
        setTried(true);
        if (!missing) run();
      }}
      onClose={onClose}
    >
      <Async state={story}>{value => <ExemptionContext story={value} />}</Async>
      {action === 'decide' && (
        <RadioGroup
          row
          aria-label={t('exemptions.decide.choice')}
          value={decision}
          onChange={event => setDecision(event.target.value as Decision)}
        >
          {offered.map(each => (
            <FormControlLabel
              key={each}
              value={each}
              control={<Radio color="primary" />}
              label={t(`exemptions.decide.${each}`)}
            />
          ))}
        </RadioGroup>
      )}
      <Typography variant="body2">
        {t(`exemptions.decide.effect.${decision}`, {
          date: dayText(exemption.until),
        })}
      </Typography>
      <TextField
        fullWidth
        multiline
        minRows={2}
        margin="normal"
        variant="outlined"
        id="exemption-note"
        label={t('exemptions.decide.note')}
        required={needsNote}
        value={note}
        onChange={event => setNote(event.target.value)}
        error={tried && missing}
        helperText={t(
          tried && missing
            ? 'exemptions.decide.noteMissing'
            : 'exemptions.decide.noteHelp',
        )}
        inputProps={{ maxLength: 2000 }}
      />
    </FormDialog>
  );
}
