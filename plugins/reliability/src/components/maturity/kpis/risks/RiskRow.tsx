import { makeStyles } from '@material-ui/core/styles';
import WarnIcon from '@material-ui/icons/WarningOutlined';
import type { RiskItem } from '@plimsoll/backstage-plugin-reliability-common';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Badge, SafeMarkdown, statusColors, TierChip } from '../../../common';
import { utcDayText } from '../utcDayText';
import { RiskCare } from './RiskCare';
import { RiskConcern } from './RiskConcern';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '64px minmax(0, 1fr) auto',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(1.5, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: '44px minmax(0, 1fr)',
    },
  },
  score: {
    fontSize: '1.25rem',
    fontWeight: 600,
    lineHeight: 1.2,
    fontVariantNumeric: 'tabular-nums',
  },
  degrees: { fontSize: '0.75rem', color: theme.palette.text.secondary },
  title: { margin: 0, fontSize: '0.9375rem', fontWeight: 600 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.25, 1),
    fontSize: '0.8125rem',
  },
  quiet: { color: theme.palette.text.secondary },
  late: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 4,
    fontWeight: 600,
    '& svg': { fontSize: 16, color: statusColors(theme).warn },
  },
  text: {
    fontSize: '0.8125rem',
    '& p': { margin: 0 },
    overflowWrap: 'anywhere',
  },
  actions: {
    [theme.breakpoints.down('xs')]: { gridColumn: 2, justifySelf: 'start' },
  },
}));

/** One risk: how it weighs, whom it concerns, why, and who cares for it. */
export function RiskRow(props: { risk: RiskItem; actions?: ReactNode }) {
  const { risk, actions } = props;
  const { kind, check, tier, reasons, description } = risk;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <li className={classes.root}>
      <div title={t('kpis.risks.scoreHelp')}>
        <div className={classes.score}>{risk.score}</div>
        <div className={classes.degrees}>
          {`${risk.likelihood} × ${risk.impact}`}
        </div>
      </div>
      <div>
        <h3 className={classes.title}>{risk.title}</h3>
        <div className={classes.line}>
          <RiskConcern risk={risk} />
          {tier && <TierChip tier={tier} />}
          <Badge title={t(`kpis.risks.${kind}Help`)}>
            {t(`kpis.risks.${kind}`)}
          </Badge>
          {risk.state !== 'open' && (
            <Badge>{t(`kpis.risks.states.${risk.state}`)}</Badge>
          )}
          {risk.overdue && risk.reviewBy && (
            <span className={classes.late}>
              <WarnIcon aria-hidden="true" />
              {t('kpis.risks.overdue', { day: utcDayText(risk.reviewBy) })}
            </span>
          )}
        </div>
        {kind === 'derived' && (
          <div className={classes.line}>
            {[
              ...reasons,
              ...(check?.since
                ? [t('kpis.risks.since', { day: utcDayText(check.since) })]
                : []),
            ].join('. ')}
            .
          </div>
        )}
        {kind === 'written' && check && (
          <div className={classes.line}>
            {check.failing
              ? `${t('kpis.risks.stillFails')}: ${check.title}. ${reasons
                  .slice(1)
                  .join('. ')}`
              : t('kpis.risks.passes')}
          </div>
        )}
        {kind === 'written' && description && (
          <div className={classes.text}>
            <SafeMarkdown text={description} />
          </div>
        )}
        <RiskCare risk={risk} />
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </li>
  );
}
