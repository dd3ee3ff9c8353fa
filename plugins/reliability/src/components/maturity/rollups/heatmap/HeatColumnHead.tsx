import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { HeatColumn } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import {
  statusColors,
  trackColor,
  unknownPattern,
  visuallyHidden,
} from '../../../common';
import { wholeNumber } from '../../../../utils/wholeNumber';
import { useHeatWords } from './useHeatWords';

const useStyles = makeStyles(theme => ({
  root: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    padding: theme.spacing(0.5, 0),
    fontWeight: 400,
    fontSize: '0.75rem',
    lineHeight: 1.25,
    textAlign: 'center',
    verticalAlign: 'bottom',
    backgroundColor: theme.palette.background.paper,
  },
  wide: { minWidth: 102, width: 102 },
  narrow: { minWidth: 32, width: 32 },
  title: {
    overflowWrap: 'anywhere',
    fontSize: '0.6875rem',
    fontWeight: 600,
    // A dimension is a word of the configuration, as it was written there.
    '&::first-letter': { textTransform: 'uppercase' },
  },
  upright: {
    maxHeight: 190,
    margin: '0 auto',
    writingMode: 'vertical-rl',
    transform: 'rotate(180deg)',
    textAlign: 'left',
    fontWeight: 600,
    overflow: 'hidden',
  },
  quiet: { fontWeight: 400, color: theme.palette.text.secondary },
  bar: {
    display: 'flex',
    height: 6,
    margin: theme.spacing(0.5, 0.25, 0.25),
    borderRadius: 2,
    overflow: 'hidden',
    backgroundColor: trackColor(theme),
  },
  count: { fontVariantNumeric: 'tabular-nums' },
  hidden: visuallyHidden,
}));

/** A column's name, and below it how all services that match stand in it: failing, unknown, the rest. */
export function HeatColumnHead(props: { column: HeatColumn; narrow: boolean }) {
  const { column, narrow } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const { nameOf, totalsOf } = useHeatWords();
  const { totals, enforcement } = column;
  const counted = totals.pass + totals.fail + totals.unknown;
  const share = (count: number) =>
    counted === 0 ? '0' : `${(100 * count) / counted}%`;
  const help = totalsOf(column);
  const title = narrow ? classes.upright : classes.title;
  return (
    <th
      scope="col"
      className={`${classes.root} ${narrow ? classes.narrow : classes.wide}`}
      title={help}
    >
      <div
        className={
          enforcement === 'enforced' ? title : `${title} ${classes.quiet}`
        }
      >
        {nameOf(column)}
      </div>
      <div className={classes.bar} aria-hidden="true">
        <span
          style={{
            width: share(totals.fail),
            backgroundColor: statusColors(theme).bad,
          }}
        />
        <span
          style={{
            width: share(totals.unknown),
            backgroundColor: theme.palette.background.paper,
            backgroundImage: unknownPattern(theme),
          }}
        />
      </div>
      <div className={classes.count} aria-hidden="true">
        {narrow
          ? totals.fail
          : t('rollups.map.fails', { number: wholeNumber(totals.fail) })}
        {!narrow && totals.unknown > 0 && (
          <div>
            {t('rollups.map.unknowns', { number: wholeNumber(totals.unknown) })}
          </div>
        )}
      </div>
      <span className={classes.hidden}>{help}</span>
    </th>
  );
}
