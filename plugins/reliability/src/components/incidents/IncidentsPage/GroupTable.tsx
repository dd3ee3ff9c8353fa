import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  IncidentFiguresItem,
  IncidentStatsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useIncidentsLink } from '../../../hooks/incidents/useIncidentsLink';
import type { StatsBy } from '../../../hooks/incidents/useIncidentStats';
import { useTranslation } from '../../../hooks/useTranslation';
import { lengthText } from '../../../utils/incidents/lengths';
import { monthText } from '../../../utils/incidents/months';
import { Badge, visuallyHidden } from '../../common';
import { plainTable } from '../../maturity/plainTable';
import { ScrollRegion } from '../../maturity/ScrollRegion';
import { ENOUGH } from '../figures';

const useStyles = makeStyles(theme => ({
  table: {
    ...plainTable(theme),
    minWidth: 860,
    fontVariantNumeric: 'tabular-nums',
  },
  caption: visuallyHidden,
}));

/** Figures of each group beside each other. */
export function GroupTable(props: {
  stats: IncidentStatsResponse;
  by: StatsBy;
}) {
  const { stats, by } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const incidentsLink = useIncidentsLink();
  const label = t('incidents.figures.caption', {
    group: t(`incidents.figures.groups.${by}`),
  });
  const hidden = stats.groupsTotal - stats.groups.length;
  const share = (part: number, whole: number) =>
    whole === 0
      ? '–'
      : t('incidents.figures.share', {
          part: String(part),
          whole: String(whole),
        });
  const nameOf = ({ key, title }: IncidentStatsResponse['groups'][number]) => {
    if (by === 'month') return monthText(key);
    return by === 'service' ? (
      <Link to={incidentsLink(key)}>{title}</Link>
    ) : (
      title
    );
  };
  const restore = ({ restore: { n, of, median } }: IncidentFiguresItem) => {
    if (median === null) return t('incidentFigures.none');
    return (
      <>
        {t('incidents.figures.of', {
          value: lengthText(median),
          n: String(n),
          of: String(of),
        })}{' '}
        {n < ENOUGH && (
          <Badge title={t('incidentFigures.tooFewHelp')}>
            {t('incidentFigures.tooFew')}
          </Badge>
        )}
      </>
    );
  };
  if (stats.groups.length === 0) {
    return (
      <Typography variant="body2">{t('incidents.figures.none')}</Typography>
    );
  }
  return (
    <>
      <ScrollRegion label={label}>
        <table className={classes.table}>
          <caption className={classes.caption}>{label}</caption>
          <thead>
            <tr>
              <th scope="col">{t(`incidents.figures.groups.${by}`)}</th>
              <th scope="col">{t('incidents.figures.incidents')}</th>
              <th scope="col">{t('incidents.figures.restore')}</th>
              <th scope="col">{t('incidents.figures.impact')}</th>
              <th scope="col">{t('incidents.figures.repeats')}</th>
              <th scope="col">{t('incidents.figures.pages')}</th>
              <th scope="col">{t('incidents.figures.postmortems')}</th>
              <th scope="col">{t('incidents.figures.followUps')}</th>
            </tr>
          </thead>
          <tbody>
            {stats.groups.map(group => {
              const { key, figures } = group;
              const { pages, postmortems, followUps } = figures;
              return (
                <tr key={key}>
                  <th scope="row">{nameOf(group)}</th>
                  <td>{figures.incidents}</td>
                  <td>{restore(figures)}</td>
                  <td>{lengthText(figures.impactMinutes * 60_000)}</td>
                  <td>{figures.repeats}</td>
                  <td>{share(pages.afterHours, pages.total)}</td>
                  <td>{share(postmortems.published, postmortems.required)}</td>
                  <td>{share(followUps.done, followUps.total)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
      {hidden > 0 && (
        <Typography variant="body2">
          {t('incidents.figures.more', { count: hidden })}
        </Typography>
      )}
    </>
  );
}
