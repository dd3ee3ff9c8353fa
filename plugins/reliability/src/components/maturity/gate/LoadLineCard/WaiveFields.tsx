import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import TextField from '@material-ui/core/TextField';
import type { GateAnswer } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import {
  holding,
  maxWords,
  type WaiverField,
  type WaiverForm,
} from './waiverForm';

interface FieldProps {
  answer: GateAnswer;
  form: WaiverForm;
  onChange: (form: WaiverForm) => void;
  problems: ReadonlySet<WaiverField>;
}

/** Which of the reasons that hold are waived. */
function RuleChoice({ answer, form, onChange, problems }: FieldProps) {
  const { t } = useTranslation();
  const chosen = (rules: readonly string[]) =>
    rules.every(rule => form.rules.includes(rule));
  const toggle = (rules: readonly string[]) => {
    const others = form.rules.filter(rule => !rules.includes(rule));
    onChange({
      ...form,
      rules: chosen(rules) ? others : [...others, ...rules],
    });
  };
  return (
    <FormControl
      component="fieldset"
      margin="normal"
      error={problems.has('rules')}
    >
      <FormLabel component="legend">{t('gate.waive.what')}</FormLabel>
      <FormGroup>
        {holding(answer).map(({ rules, text }) => (
          <FormControlLabel
            key={rules.join()}
            control={
              <Checkbox
                color="primary"
                checked={chosen(rules)}
                onChange={() => toggle(rules)}
              />
            }
            label={text}
          />
        ))}
      </FormGroup>
      {problems.has('rules') && (
        <FormHelperText>{t('gate.waive.whatMissing')}</FormHelperText>
      )}
    </FormControl>
  );
}

/** What is waived, why, and until when. */
export function WaiveFields(props: FieldProps) {
  const { answer, form, onChange, problems } = props;
  const { t } = useTranslation();
  const max = maxWords(answer);
  return (
    <>
      <RuleChoice {...props} />
      <TextField
        fullWidth
        multiline
        minRows={2}
        margin="normal"
        variant="outlined"
        id="gate-waive-reason"
        label={t('gate.waive.reason')}
        required
        value={form.reason}
        onChange={event => onChange({ ...form, reason: event.target.value })}
        error={problems.has('reason')}
        helperText={t(
          problems.has('reason')
            ? 'gate.waive.reasonMissing'
            : 'gate.waive.reasonHelp',
        )}
        inputProps={{ maxLength: 1000 }}
      />
      <TextField
        margin="normal"
        variant="outlined"
        type="datetime-local"
        id="gate-waive-until"
        label={t('gate.waive.until')}
        required
        value={form.until}
        onChange={event => onChange({ ...form, until: event.target.value })}
        error={problems.has('until')}
        helperText={t(
          problems.has('until')
            ? 'gate.waive.untilMissing'
            : 'gate.waive.untilHelp',
          { max },
        )}
        InputLabelProps={{ shrink: true }}
      />
    </>
  );
}
