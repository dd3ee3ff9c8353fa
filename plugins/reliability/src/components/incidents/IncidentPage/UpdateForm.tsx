import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useId, useState, type FormEvent } from 'react';
import { usePatchIncident } from '../../../hooks/incidents/useIncidentWrites';
import { useTranslation } from '../../../hooks/useTranslation';
import { refusalOf } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
  },
  field: { flex: '1 1 240px' },
}));

const LONGEST = 5000;

/** A line for the timeline, of now. */
export function UpdateForm(props: {
  incidentId: string;
  onChanged: (incident: IncidentResponse) => void;
}) {
  const { incidentId, onChanged } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const { state, run } = usePatchIncident(incidentId, incident => {
    setText('');
    onChanged(incident);
  });
  const refusal = refusalOf(state, {
    forbidden: t('incidentPage.next.refused.forbidden'),
    failed: message => t('incidentPage.next.refused.failed', { message }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) run({ update: text.trim() });
  };
  return (
    <form onSubmit={submit}>
      <div className={classes.root}>
        <TextField
          id={id}
          className={classes.field}
          size="small"
          variant="outlined"
          multiline
          label={t('incidentPage.timeline.say')}
          helperText={t('incidentPage.timeline.sayHelp')}
          value={text}
          onChange={event => setText(event.target.value.slice(0, LONGEST))}
        />
        <Button
          type="submit"
          variant="outlined"
          disabled={state.kind === 'running' || !text.trim()}
        >
          {t('incidentPage.timeline.add')}
        </Button>
      </div>
      <div role="alert">
        {refusal && <Typography variant="body2">{refusal}</Typography>}
      </div>
    </form>
  );
}
