import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: { justifySelf: 'start', minWidth: 260 },
  input: { backgroundColor: theme.palette.background.paper },
  label: { color: theme.palette.text.primary },
}));

/** Chooses among several things with a title; with one there is nothing to choose. */
export function ChoiceField(props: {
  label: string;
  choices: readonly { id: string; title: string }[];
  chosen?: string;
  onChoose: (id: string) => void;
}) {
  const { label, choices, chosen, onChoose } = props;
  const classes = useStyles();
  if (choices.length < 2) return null;
  return (
    <TextField
      select
      className={classes.root}
      size="small"
      variant="outlined"
      label={label}
      value={chosen}
      onChange={event => onChoose(event.target.value)}
      SelectProps={{ native: true }}
      InputProps={{ className: classes.input }}
      InputLabelProps={{ className: classes.label }}
      // eslint-disable-next-line react/jsx-no-duplicate-props
      inputProps={{ 'aria-label': label }}
    >
      {choices.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </TextField>
  );
}
