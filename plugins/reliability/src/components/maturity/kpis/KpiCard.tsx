import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { KpiItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useId } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { statusColors } from '../../common';
import { KpiDefinitionButton } from './KpiDefinitionButton';
import { KpiMet } from './KpiMet';
import { KpiParts } from './KpiParts';
import { useKpiLink } from './useKpiLink';
import { useKpiWords } from './useKpiWords';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: 2,
    minWidth: 0,
    padding: theme.spacing(1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    breakInside: 'avoid',
  },
  missed: { borderLeft: `4px solid ${statusColors(theme).bad}` },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
  },
  title: { margin: 0, fontSize: '0.875rem', fontWeight: 600, lineHeight: 1.4 },
  value: {
    margin: 0,
    fontSize: '1.5rem',
    fontWeight: 600,
    lineHeight: 1.4,
    fontVariantNumeric: 'tabular-nums',
  },
  unknown: {
    fontSize: '1.125rem',
    fontWeight: 400,
    lineHeight: '2.1rem',
    color: theme.palette.text.secondary,
  },
  line: { margin: 0, fontSize: '0.8125rem' },
  quiet: { color: theme.palette.text.secondary },
  targets: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
  },
  better: { color: statusColors(theme).good },
  worse: { color: statusColors(theme).bad },
  formula: { display: 'none', '@media print': { display: 'block' } },
  link: {
    marginTop: 'auto',
    paddingTop: theme.spacing(0.5),
    fontSize: '0.8125rem',
    '@media print': { display: 'none' },
  },
}));

/** One figure with its target, its trend, and what it rests on. */
export function KpiCard({ kpi }: { kpi: KpiItem }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const words = useKpiWords();
  const link = useKpiLink(kpi);
  const id = useId();
  const { title, value, met, p90, trend } = kpi;
  const target = words.target(kpi);
  return (
    <article
      className={
        met === 'no' ? `${classes.root} ${classes.missed}` : classes.root
      }
      aria-labelledby={id}
    >
      <div className={classes.head}>
        <h3 className={classes.title} id={id}>
          {title}
        </h3>
        <KpiDefinitionButton kpi={kpi} />
      </div>
      <p
        className={
          value === null ? `${classes.value} ${classes.unknown}` : classes.value
        }
      >
        {words.valueOrUnknown(kpi, value)}
      </p>
      {(target || met === 'no-target') && (
        <p className={`${classes.line} ${classes.targets}`}>
          {met !== 'unknown' && <KpiMet met={met} />}
          {target && <span>{target}</span>}
        </p>
      )}
      {p90 !== null && (
        <p className={classes.line}>
          {t('kpis.p90', { value: words.value(kpi, p90) })}
        </p>
      )}
      {value !== null && (
        <p
          className={trend ? classes.line : `${classes.line} ${classes.quiet}`}
        >
          {trend && trend.verdict !== 'same' && (
            <span aria-hidden="true" className={classes[trend.verdict]}>
              {trend.change > 0 ? '▲ ' : '▼ '}
            </span>
          )}
          {words.trend(kpi)}
        </p>
      )}
      <p className={`${classes.line} ${classes.quiet}`}>{words.basis(kpi)}</p>
      <KpiParts kpi={kpi} />
      <p className={`${classes.line} ${classes.quiet} ${classes.formula}`}>
        {kpi.formula}
      </p>
      {link && (
        <Link
          className={classes.link}
          to={link}
          aria-label={t('kpis.detailLabel', { title })}
        >
          {t('kpis.detail')}
        </Link>
      )}
    </article>
  );
}
