import TextField from '@material-ui/core/TextField';
import type { StampName } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import type { StampFault } from '../../../utils/incidents/incidentFaults';
import { utcText } from '../../../utils/incidents/times';
import { localToIso } from '../../../utils/slo/times';

/** One time in the reader's zone, with what it is in UTC. */
export function StampField(props: {
  name: StampName;
  value: string;
  onChange: (value: string) => void;
  fault?: StampFault;
  disabled?: boolean;
}) {
  const { name, value, onChange, fault, disabled } = props;
  const { t } = useTranslation();
  const iso = localToIso(value);
  const words = () => {
    if (fault?.kind === 'future') return t('incidentForms.stamps.future');
    if (fault) {
      return t('incidentForms.stamps.order', {
        earlier: t(`incident.stamp.${fault.earlier}`),
        later: t(`incident.stamp.${name}`),
      });
    }
    return iso ? utcText(iso) : t('incident.stamps.missing');
  };
  return (
    <TextField
      fullWidth
      margin="dense"
      variant="outlined"
      type="datetime-local"
      id={`stamp-${name}`}
      label={t(`incident.stamp.${name}`)}
      value={value}
      disabled={disabled}
      error={fault !== undefined}
      helperText={words()}
      onChange={event => onChange(event.target.value)}
      InputLabelProps={{ shrink: true }}
    />
  );
}
