import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentFiguresItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { lengthText } from '../../../utils/incidents/lengths';
import { DurationTable } from './DurationTable';
import { FigureTiles } from './FigureTiles';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(3) },
  hint: { maxWidth: '80ch' },
}));

/** Figures over a set of incidents: counts, lengths of time with what they rest on, and what they are not. */
export function IncidentFigures(props: {
  figures: IncidentFiguresItem;
  /** Milliseconds within which the tier wants a service restored. */
  rtoMs?: number | null;
}) {
  const { figures, rtoMs } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <div className={classes.root}>
      <FigureTiles figures={figures} />
      <DurationTable figures={figures} />
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.hint}
      >
        {rtoMs
          ? `${t('incidentFigures.rto', { rto: lengthText(rtoMs) })} `
          : ''}
        {t('incidentFigures.hint')}
      </Typography>
    </div>
  );
}
