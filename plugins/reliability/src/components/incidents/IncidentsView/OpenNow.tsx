import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import QuietIcon from '@material-ui/icons/CheckCircleOutline';
import OpenIcon from '@material-ui/icons/ErrorOutline';
import UnknownIcon from '@material-ui/icons/HelpOutline';
import type { Owed } from '../../../hooks/incidents/useOwed';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import { statusColors } from '../../common';
import { DurationText, IncidentStatusMark, SeverityChip } from '../common';

const useStyles = makeStyles(theme => ({
  sentence: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    fontWeight: 600,
    '& svg': { color: theme.palette.text.secondary },
  },
  open: { '& svg': { color: statusColors(theme).bad } },
  quiet: { '& svg': { color: statusColors(theme).good } },
  list: {
    display: 'grid',
    gap: theme.spacing(1),
    margin: theme.spacing(1, 0, 0),
    padding: 0,
    listStyle: 'none',
    fontSize: '0.875rem',
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
    overflowWrap: 'anywhere',
  },
  length: { fontSize: '0.8125rem', color: theme.palette.text.secondary },
}));

/**
 * What goes on, the worst first. Where nothing is connected or could be read, nothing is known, which is not the
 * same as nothing.
 */
export function OpenNow(props: {
  open: Owed['open'];
  /** Why what goes on might not be known, in words. */
  doubt?: string;
}) {
  const { open, doubt } = props;
  const classes = useStyles();
  const links = useLinks();
  const { t } = useTranslation();
  const nothing = open.total === 0;
  const known = doubt ? UnknownIcon : QuietIcon;
  const Icon = nothing ? known : OpenIcon;
  const tone = doubt ? '' : classes.quiet;
  const hidden = open.total - open.items.length;
  const words = nothing
    ? doubt ?? t('incidentTab.now.none')
    : t('incidentTab.now.open', { count: open.total });
  return (
    <div>
      <Typography
        variant="body1"
        component="p"
        role="status"
        className={`${classes.sentence} ${nothing ? tone : classes.open}`}
      >
        <Icon aria-hidden="true" />
        <span>{words}</span>
      </Typography>
      {!nothing && (
        <ul className={classes.list} aria-label={t('incidentTab.now.openList')}>
          {open.items.map(incident => (
            <li key={incident.id} className={classes.line}>
              <SeverityChip severity={incident.severity} />
              <Link to={links.incident(incident.id)}>
                {incident.reference} {incident.title}
              </Link>
              <IncidentStatusMark status={incident.status} />
              <span className={classes.length}>
                <DurationText ms={incident.durationMs} open />
              </span>
            </li>
          ))}
          {hidden > 0 && (
            <li>{t('incidentTab.now.more', { count: hidden })}</li>
          )}
        </ul>
      )}
    </div>
  );
}
