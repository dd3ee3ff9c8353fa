import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { SmallButton } from '../../common';
import { DayField } from '../../incidents/IncidentsPage/DayField';
import { isScoped, KpiParams, periodDays } from './kpiAddress';
import { ScopeFilters } from './ScopeFilters';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    '@media print': { display: 'none' },
  },
  days: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  clear: { textTransform: 'none' },
}));

/** Period and services of the executive page. */
export function KpiFilters(props: {
  params: KpiParams;
  onChange: (params: KpiParams) => void;
  actions?: ReactNode;
}) {
  const { params, onChange, actions } = props;
  const { days: _days, from: _from, to: _to, ...scope } = params;
  const classes = useStyles();
  const { t } = useTranslation();
  const setDay = (name: 'from' | 'to') => (day: string | undefined) =>
    onChange({ ...params, days: undefined, [name]: day });
  return (
    <section className={classes.root} aria-label={t('kpis.filters')}>
      <div
        className={classes.days}
        role="group"
        aria-label={t('kpis.days.label')}
      >
        {periodDays.map(days => (
          <SmallButton
            key={days}
            aria-pressed={params.days === days}
            onClick={() => onChange({ ...scope, days })}
          >
            {t(`kpis.days.${days}`)}
          </SmallButton>
        ))}
      </div>
      <DayField
        label={t('kpis.days.from')}
        day={params.from}
        onChange={setDay('from')}
      />
      <DayField
        label={t('kpis.days.to')}
        day={params.to}
        onChange={setDay('to')}
      />
      <ScopeFilters
        params={params}
        onChange={changed => onChange({ ...params, ...changed })}
      />
      {isScoped(params) && (
        <Button
          size="small"
          color="primary"
          className={classes.clear}
          onClick={() =>
            onChange({ ...params, owner: [], system: [], domain: [], tier: [] })
          }
        >
          {t('kpis.clear')}
        </Button>
      )}
      {actions}
    </section>
  );
}
