import TextField from '@material-ui/core/TextField';
import type { ReactNode } from 'react';

/** A list to choose one of. */
export function SelectField(props: {
  id: string;
  label: string;
  value: string;
  choices: readonly { value: string; words: string }[];
  onChange: (value: string) => void;
  disabled?: boolean;
  helperText?: ReactNode;
}) {
  const { id, label, value, choices, onChange, disabled, helperText } = props;
  return (
    <TextField
      select
      fullWidth
      margin="normal"
      variant="outlined"
      id={id}
      label={label}
      value={value}
      disabled={disabled}
      helperText={helperText}
      onChange={event => onChange(event.target.value)}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
    >
      {choices.map(choice => (
        <option key={choice.value} value={choice.value}>
          {choice.words}
        </option>
      ))}
    </TextField>
  );
}
