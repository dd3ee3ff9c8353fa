import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentStatsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useIncidentsLink } from '../../../hooks/incidents/useIncidentsLink';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import { visuallyHidden } from '../../common';
import { plainTable } from '../../maturity/plainTable';
import { ScrollRegion } from '../../maturity/ScrollRegion';
import { Moment } from '../common';

const useStyles = makeStyles(theme => ({
  table: {
    ...plainTable(theme),
    minWidth: 520,
    fontVariantNumeric: 'tabular-nums',
  },
  caption: visuallyHidden,
  key: { overflowWrap: 'anywhere' },
}));

/** The same trouble on the same service, the most frequent first. */
export function RepeaterTable(props: Pick<IncidentStatsResponse, 'repeaters'>) {
  const { repeaters } = props;
  const classes = useStyles();
  const links = useLinks();
  const { t } = useTranslation();
  const incidentsLink = useIncidentsLink();
  const label = t('incidents.repeaters.caption');
  if (repeaters.length === 0) {
    return (
      <Typography variant="body2">{t('incidents.repeaters.none')}</Typography>
    );
  }
  return (
    <ScrollRegion label={label}>
      <table className={classes.table}>
        <caption className={classes.caption}>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t('incidents.repeaters.service')}</th>
            <th scope="col">{t('incidents.repeaters.key')}</th>
            <th scope="col">{t('incidents.repeaters.incidents')}</th>
            <th scope="col">{t('incidents.repeaters.last')}</th>
          </tr>
        </thead>
        <tbody>
          {repeaters.map(({ entityRef, title, key, ...repeater }) => (
            <tr key={`${entityRef} ${key}`}>
              <th scope="row">
                <Link to={incidentsLink(entityRef)}>{title}</Link>
              </th>
              <td className={classes.key}>{key}</td>
              <td>{repeater.incidents}</td>
              <td>
                <Link to={links.incident(repeater.lastId)}>
                  <Moment at={repeater.lastAt} />
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
