import { makeStyles } from '@material-ui/core/styles';
import type {
  DurationFigure,
  IncidentFiguresItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { lengthText } from '../../../utils/incidents/lengths';
import { Badge, visuallyHidden } from '../../common';
import { plainTable } from '../../maturity/plainTable';
import { ScrollRegion } from '../../maturity/ScrollRegion';

/** Below this a figure says more about chance than about the service. */
export const ENOUGH = 10;

const useStyles = makeStyles(theme => ({
  table: {
    ...plainTable(theme),
    minWidth: 520,
    fontVariantNumeric: 'tabular-nums',
  },
  caption: visuallyHidden,
  name: { fontWeight: 600 },
  help: { fontSize: '0.75rem', color: theme.palette.text.secondary },
}));

const names = ['detect', 'acknowledge', 'mitigate', 'restore'] as const;

/** How long what took: median and 90th percentile with how many incidents they rest on. */
export function DurationTable({ figures }: { figures: IncidentFiguresItem }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { neverAcknowledged } = figures;
  const length = (ms: number | null) =>
    ms === null ? t('incidentFigures.none') : lengthText(ms);
  const p90 = ({ n, p90: value }: DurationFigure) =>
    n > 0 && n < ENOUGH ? (
      <Badge title={t('incidentFigures.tooFewHelp')}>
        {t('incidentFigures.tooFew')}
      </Badge>
    ) : (
      length(value)
    );
  const label = t('incidentFigures.caption');
  return (
    <ScrollRegion label={label}>
      <table className={classes.table}>
        <caption className={classes.caption}>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t('incidentFigures.figure')}</th>
            <th scope="col">{t('incidentFigures.median')}</th>
            <th scope="col">{t('incidentFigures.p90')}</th>
            <th scope="col">{t('incidentFigures.coverage')}</th>
          </tr>
        </thead>
        <tbody>
          {names.map(name => {
            const figure = figures[name];
            return (
              <tr key={name}>
                <th scope="row">
                  <div className={classes.name}>
                    {t(`incidentFigures.${name}`)}
                  </div>
                  <div className={classes.help}>
                    {t(`incidentFigures.help.${name}`)}
                  </div>
                </th>
                <td>{length(figure.median)}</td>
                <td>{p90(figure)}</td>
                <td>
                  {t('incidentFigures.of', {
                    n: String(figure.n),
                    of: String(figure.of),
                  })}
                  {name === 'acknowledge' && neverAcknowledged > 0 && (
                    <div className={classes.help}>
                      {t('incidentFigures.neverAcknowledged', {
                        count: neverAcknowledged,
                      })}
                    </div>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
