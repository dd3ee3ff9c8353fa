import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { KpisResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { levelColor } from '../../common';
import { plainTable } from '../plainTable';
import { ScrollRegion } from '../ScrollRegion';
import { wholeNumber } from '../../../utils/wholeNumber';
import { utcDayText } from './utcDayText';

const useStyles = makeStyles(theme => ({
  table: {
    ...plainTable(theme),
    minWidth: 560,
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      padding: theme.spacing(0.75, 2, 0.75, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
      textAlign: 'left',
      whiteSpace: 'nowrap',
    },
  },
  bar: {
    display: 'flex',
    width: 160,
    height: 12,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 2,
    overflow: 'hidden',
  },
}));

/** How many services were at each level on days of the period. */
export function LevelHistory({ kpis }: { kpis: KpisResponse }) {
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const { history, scorecard } = kpis;
  if (history.length === 0) {
    return <Typography variant="body2">{t('kpis.history.none')}</Typography>;
  }
  const { levels } = scorecard;
  const label = t('kpis.history.title');
  return (
    <ScrollRegion label={label}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('kpis.history.day')}</th>
            <th scope="col">{t('kpis.history.services')}</th>
            <th scope="col">{t('kpis.history.noLevel')}</th>
            {levels.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{t('kpis.history.bar')}</th>
            <th scope="col">{t('kpis.history.coverage')}</th>
          </tr>
        </thead>
        <tbody>
          {history.map(day => {
            const at = (id: string) => day.levels[id] ?? 0;
            const attained = levels.reduce((sum, { id }) => sum + at(id), 0);
            return (
              <tr key={day.day}>
                <th scope="row">{utcDayText(day.day)}</th>
                <td>{wholeNumber(day.services)}</td>
                <td>{wholeNumber(day.services - attained)}</td>
                {levels.map(({ id }) => (
                  <td key={id}>{wholeNumber(at(id))}</td>
                ))}
                <td>
                  <span className={classes.bar} aria-hidden="true">
                    {[...levels].reverse().map(({ id, index }) => (
                      <span
                        key={id}
                        style={{
                          width: `${(100 * at(id)) / day.services}%`,
                          background: levelColor(theme, index, levels.length),
                        }}
                      />
                    ))}
                  </span>
                </td>
                <td>
                  {t('kpis.unit.percent', {
                    number: String(Math.round(day.coverage)),
                  })}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
