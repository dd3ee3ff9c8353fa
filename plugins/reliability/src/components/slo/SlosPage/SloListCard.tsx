import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { SloItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useSloLink } from '../../../hooks/slo/useSloLink';
import { useOpenService } from '../../../hooks/useOpenService';
import { useTranslation } from '../../../hooks/useTranslation';
import { sliText } from '../../../utils/slo/numbers';
import { TimeAgo } from '../../common';
import { BudgetLeft, BurnRate, SloStatusMark, useSloWords } from '../common';
import { AlertCount } from './AlertCount';
import { SloName } from './SloName';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1),
    padding: theme.spacing(2),
    borderBottom: `1px solid ${theme.palette.divider}`,
    fontSize: '0.8125rem',
    cursor: 'pointer',
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 1.5),
  },
  alerts: { display: 'flex', gap: theme.spacing(1.5) },
  quiet: { color: theme.palette.text.secondary },
}));

/** An SLO of the list as a card. */
export function SloListCard({ slo }: { slo: SloItem }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const words = useSloWords();
  const link = useSloLink()(slo.entityRef, slo.name);
  const open = useOpenService(link);
  const alerts = slo.alerts.page + slo.alerts.ticket > 0;
  return (
    // The link inside is what the keyboard uses.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <li className={classes.root} onClick={open}>
      <div className={classes.line}>
        <SloStatusMark status={slo.status} flags={slo.flags} />
        {alerts && (
          <span className={classes.alerts}>
            <AlertCount alerts={slo.alerts} />
          </span>
        )}
      </div>
      <div>
        <SloName slo={slo} link={link} />
      </div>
      <div className={classes.line}>
        <span>{words.objective(slo.target, slo.window)}</span>
        {slo.sli !== null && (
          <span>
            {t('slos.list.sliIs', { sli: sliText(slo.sli, slo.target) })}
          </span>
        )}
      </div>
      {slo.objectives > 1 && (
        <div className={classes.quiet}>
          {t('slos.list.worstOf', { number: String(slo.objectives) })}
        </div>
      )}
      <BudgetLeft
        remaining={slo.remaining}
        remainingMs={slo.remainingMs}
        status={slo.status}
      />
      <div className={classes.line}>
        <BurnRate rate={slo.burn} />
        <span className={classes.quiet}>
          {t('slos.list.age')}{' '}
          {slo.evaluatedAt ? (
            <TimeAgo at={slo.evaluatedAt} />
          ) : (
            t('slos.list.never')
          )}
        </span>
      </div>
      <div className={classes.line}>
        {slo.owner ? (
          <EntityRefLink entityRef={slo.owner} hideIcon disableTooltip />
        ) : (
          <span className={classes.quiet}>{t('ranking.table.noOwner')}</span>
        )}
        <span>{slo.tier.name}</span>
      </div>
    </li>
  );
}
