import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../hooks/useTranslation';

const useStyles = makeStyles(theme => ({
  root: { justifySelf: 'start', minWidth: 260 },
  input: { backgroundColor: theme.palette.background.paper },
  label: { color: theme.palette.text.primary },
}));

/** Chooses among several checklists; with one there is nothing to choose. */
export function ChecklistPicker(props: {
  checklists: readonly { id: string; title: string }[];
  chosen: string;
  onChoose: (id: string) => void;
}) {
  const { checklists, chosen, onChoose } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  if (checklists.length < 2) return null;
  return (
    <TextField
      select
      className={classes.root}
      size="small"
      variant="outlined"
      label={t('readiness.view.checklist')}
      value={chosen}
      onChange={event => onChoose(event.target.value)}
      SelectProps={{ native: true }}
      InputProps={{ className: classes.input }}
      InputLabelProps={{ className: classes.label }}
      // eslint-disable-next-line react/jsx-no-duplicate-props
      inputProps={{ 'aria-label': t('readiness.view.checklist') }}
    >
      {checklists.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </TextField>
  );
}
