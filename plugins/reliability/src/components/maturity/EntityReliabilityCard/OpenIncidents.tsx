import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import OpenIcon from '@material-ui/icons/ErrorOutline';
import type { ServiceResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useIncidentsLink } from '../../../hooks/incidents/useIncidentsLink';
import { useTranslation } from '../../../hooks/useTranslation';
import { statusColors } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    gap: theme.spacing(1),
    fontWeight: 600,
    '& svg': {
      fontSize: 18,
      marginTop: 1,
      flex: 'none',
      color: statusColors(theme).bad,
    },
  },
}));

/** How many incidents go on, by the facts of the service; nothing where none is known to. */
export function OpenIncidents({ service }: { service: ServiceResponse }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const incidentsLink = useIncidentsLink();
  const open = service.facts.find(({ path }) => path === 'incidents.open');
  const count = open?.state === 'known' ? Number(open.value) : 0;
  if (!(count > 0)) return null;
  return (
    <Typography variant="body2" className={classes.root}>
      <OpenIcon aria-hidden="true" />
      <Link to={incidentsLink(service.entityRef)}>
        {t('card.incidents', { count })}
      </Link>
    </Typography>
  );
}
