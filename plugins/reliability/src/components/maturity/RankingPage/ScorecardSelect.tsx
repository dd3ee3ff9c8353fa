import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type { ScorecardsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';

const useStyles = makeStyles(theme => ({
  root: { justifySelf: 'start', minWidth: 260 },
  input: { backgroundColor: theme.palette.background.paper },
  label: { color: theme.palette.text.primary },
}));

/** Which scorecard ranks; not drawn where there is only one. */
export function ScorecardSelect(props: {
  scorecards: ScorecardsResponse['items'];
  chosen?: string;
  onChange: (id: string) => void;
}) {
  const { scorecards, chosen, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  if (scorecards.length < 2) return null;
  return (
    <TextField
      select
      className={classes.root}
      size="small"
      variant="outlined"
      label={t('ranking.scorecard')}
      value={chosen}
      onChange={event => onChange(event.target.value)}
      SelectProps={{ native: true }}
      InputProps={{ className: classes.input }}
      InputLabelProps={{ className: classes.label }}
      // eslint-disable-next-line react/jsx-no-duplicate-props
      inputProps={{ 'aria-label': t('ranking.scorecard') }}
    >
      {scorecards.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </TextField>
  );
}
