import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';

const useStyles = makeStyles(theme => ({
  input: { height: 36, backgroundColor: theme.palette.background.paper },
  label: { color: theme.palette.text.primary },
}));

/** A day of the reader's zone; empty for none. */
export function DayField(props: {
  label: string;
  day: string | undefined;
  onChange: (day: string | undefined) => void;
}) {
  const { label, day, onChange } = props;
  const classes = useStyles();
  const id = useId();
  return (
    <TextField
      id={id}
      type="date"
      size="small"
      variant="outlined"
      label={label}
      value={day ?? ''}
      onChange={event => onChange(event.target.value || undefined)}
      InputProps={{ className: classes.input }}
      InputLabelProps={{ shrink: true, className: classes.label }}
    />
  );
}
