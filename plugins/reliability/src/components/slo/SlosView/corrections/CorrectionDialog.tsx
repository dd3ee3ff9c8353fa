import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  SloResponse,
  SloWriteResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { useAddCorrection } from '../../../../hooks/slo/useCorrections';
import { useTranslation } from '../../../../hooks/useTranslation';
import { localToIso } from '../../../../utils/slo/times';
import { FormDialog, refusalOf } from '../../../common';

const useStyles = makeStyles(theme => ({
  times: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))',
    gap: theme.spacing(0, 2),
  },
}));

const MIN_REASON = 3;
const MAX_REASON = 1000;

/** Takes a time out of the budget, with a reason that stays visible. */
export function CorrectionDialog(props: {
  slo: SloResponse;
  onWritten: (reply: SloWriteResponse) => void;
  onClose: () => void;
}) {
  const { slo, onWritten, onClose } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { state, run } = useAddCorrection(slo.id, onWritten);
  const [start, end] = [localToIso(from), localToIso(to)];
  const wrong = {
    from: !start && t('slo.correction.timeMissing'),
    to:
      (!end && t('slo.correction.timeMissing')) ||
      (start &&
        Date.parse(end!) <= Date.parse(start) &&
        t('slo.correction.order')),
    reason:
      reason.trim().length < MIN_REASON && t('slo.correction.reasonMissing'),
  };
  const submit = () => {
    setTried(true);
    if (wrong.from || wrong.to || wrong.reason) return;
    run({ from: start!, to: end!, reason: reason.trim() });
  };
  const time = (name: 'from' | 'to', set: (value: string) => void) => ({
    id: `slo-correction-${name}`,
    type: 'datetime-local',
    fullWidth: true,
    required: true,
    margin: 'normal' as const,
    variant: 'outlined' as const,
    label: t(`slo.correction.${name}`),
    InputLabelProps: { shrink: true },
    error: tried && Boolean(wrong[name]),
    helperText: tried && wrong[name],
    onChange: (event: { target: { value: string } }) => set(event.target.value),
  });
  return (
    <FormDialog
      title={t('slo.correction.title', { title: slo.title })}
      submit={t('slo.correction.submit')}
      cancel={t('slo.correction.cancel')}
      maxWidth="sm"
      busy={state.kind === 'running'}
      refusal={refusalOf(state, {
        forbidden: t('slo.correction.forbidden'),
        failed: message => t('slo.correction.failed', { message }),
      })}
      onSubmit={submit}
      onClose={onClose}
    >
      <Typography variant="body2">
        {t('slo.correction.text', {
          zone: DateTime.local().zoneName ?? '',
        })}
      </Typography>
      <div className={classes.times}>
        <TextField {...time('from', setFrom)} value={from} />
        <TextField {...time('to', setTo)} value={to} />
      </div>
      <TextField
        fullWidth
        required
        multiline
        minRows={2}
        margin="normal"
        variant="outlined"
        id="slo-correction-reason"
        label={t('slo.correction.reason')}
        value={reason}
        onChange={event => setReason(event.target.value)}
        error={tried && Boolean(wrong.reason)}
        helperText={tried && wrong.reason}
        inputProps={{ maxLength: MAX_REASON }}
      />
    </FormDialog>
  );
}
