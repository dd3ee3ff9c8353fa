import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { RollupFigures } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { capitalised } from '../../../../utils/capitalised';
import { points } from '../../../../utils/points';
import { visuallyHidden } from '../../../common';
import { plainTable } from '../../plainTable';
import { ScrollRegion } from '../../ScrollRegion';
import { RadarMark } from './RadarMark';
import { radarStyle, type RadarSeries } from './radarSeries';

const useStyles = makeStyles(theme => ({
  table: {
    ...plainTable(theme),
    minWidth: 0,
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      padding: theme.spacing(0.5, 2, 0.5, 0),
      textAlign: 'left',
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
  },
  mark: { marginRight: 6, verticalAlign: '-2px' },
  hidden: visuallyHidden,
}));

/** The same numbers as the radar, and the legend of its shapes. */
export function RadarTable(props: {
  dimensions: readonly string[];
  series: readonly RadarSeries[];
}) {
  const { dimensions, series } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const caption = t('rollups.radar.caption');
  const wordsFor = (dimension?: RollupFigures['dimensions'][string]) => {
    if (!dimension) return t('rollups.radar.notThere');
    const { score, coverage } = dimension;
    if (coverage === 0) return t('rollups.radar.nothing');
    const text = String(points(score));
    return coverage < 1000
      ? t('rollups.radar.partly', {
          score: text,
          coverage: String(points(coverage)),
        })
      : text;
  };
  return (
    <ScrollRegion label={caption}>
      <table className={classes.table}>
        <caption className={classes.hidden}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('rollups.radar.dimension')}</th>
            {series.map(({ name }, index) => (
              <th key={name} scope="col">
                <svg
                  className={classes.mark}
                  width={11}
                  height={11}
                  viewBox="-5.5 -5.5 11 11"
                  aria-hidden="true"
                >
                  <RadarMark {...radarStyle(index, theme)} x={0} y={0} />
                </svg>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {dimensions.map(dimension => (
            <tr key={dimension}>
              <th scope="row">{capitalised(dimension)}</th>
              {series.map(({ name, figures }) => (
                <td key={name}>{wordsFor(figures.dimensions[dimension])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
