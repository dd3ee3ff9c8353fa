import { makeStyles } from '@material-ui/core/styles';
import type { KpiItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { trackColor, unknownPattern } from '../../common';
import { KpiMet } from './KpiMet';
import { useKpiWords } from './useKpiWords';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(0.75),
    margin: theme.spacing(1, 0, 0),
    padding: 0,
    listStyle: 'none',
  },
  line: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    fontSize: '0.8125rem',
    fontVariantNumeric: 'tabular-nums',
  },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  value: {
    display: 'inline-flex',
    gap: theme.spacing(1),
    whiteSpace: 'nowrap',
  },
  track: {
    height: 4,
    borderRadius: 2,
    background: trackColor(theme),
    overflow: 'hidden',
  },
  unknown: { background: unknownPattern(theme) },
  fill: { height: '100%', background: theme.palette.primary.main },
}));

/** A figure by tier or level. */
export function KpiParts({ kpi }: { kpi: KpiItem }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const words = useKpiWords();
  if (kpi.parts.length === 0) return null;
  return (
    <ul
      className={classes.root}
      aria-label={t('kpis.parts', { title: kpi.title })}
    >
      {kpi.parts.map(({ key, title, value, met }) => (
        <li key={key}>
          <div className={classes.line}>
            <span className={classes.name}>{title}</span>
            <span className={classes.value}>
              {words.valueOrUnknown(kpi, value)}
              {(met === 'yes' || met === 'no') && <KpiMet met={met} />}
            </span>
          </div>
          <div
            className={
              value === null
                ? `${classes.track} ${classes.unknown}`
                : classes.track
            }
            aria-hidden="true"
          >
            <div className={classes.fill} style={{ width: `${value ?? 0}%` }} />
          </div>
        </li>
      ))}
    </ul>
  );
}
