import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  isOpen,
  type IncidentResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useId } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { webAddress } from '../../../utils/oncall/addresses';
import {
  DurationText,
  IncidentFlags,
  IncidentStatusMark,
  Moment,
  SeverityChip,
  useIncidentWords,
} from '../common';
import { HeadFacts } from './HeadFacts';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(1.5),
    padding: theme.spacing(2.5, 3, 3),
    fontFamily: theme.typography.fontFamily,
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
  },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
  },
  title: { overflowWrap: 'anywhere', minWidth: 0 },
  reference: { color: theme.palette.text.secondary, fontWeight: 'normal' },
  marks: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.75, 2),
    fontSize: '0.8125rem',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** What it is, how bad, how far, how long, and whom it concerns. */
export function IncidentHead(props: {
  incident: IncidentResponse;
  onEdit: () => void;
}) {
  const { incident, onEdit } = props;
  const { status, durationMs, provider } = incident;
  const classes = useStyles();
  const { t } = useTranslation();
  const { providerOf } = useIncidentWords();
  const id = useId();
  const open = isOpen(status);
  const page = webAddress(incident.url);
  return (
    <Paper component="section" className={classes.root} aria-labelledby={id}>
      <div className={classes.top}>
        <Typography
          variant="h5"
          component="h2"
          id={id}
          className={classes.title}
        >
          <span className={classes.reference}>{incident.reference}</span>{' '}
          {incident.title}
        </Typography>
        {incident.canEdit && (
          <Button size="small" variant="outlined" onClick={onEdit}>
            {t('incidentPage.edit')}
          </Button>
        )}
      </div>
      <div className={classes.marks}>
        <SeverityChip severity={incident.severity} />
        <IncidentStatusMark status={status} />
        <span>
          <Moment at={incident.startedAt} />
          {', '}
          <DurationText ms={durationMs} open={open} />
        </span>
        {page ? (
          <Link to={page}>
            {t('incidentPage.openAt', { provider: providerOf(provider) })}
          </Link>
        ) : (
          provider === 'portal' && <span>{t('incidentPage.recordedHere')}</span>
        )}
      </div>
      <IncidentFlags incident={incident} />
      <HeadFacts incident={incident} />
    </Paper>
  );
}
