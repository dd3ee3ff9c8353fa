import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import FilterIcon from '@material-ui/icons/FilterList';
import {
  kpiGroupSchema,
  type KpisResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useRoute } from '../../../hooks/useRoute';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async, StateMessage } from '../../async';
import { SmallButton } from '../../common';
import { Section } from '../Section';
import {
  formatKpiParams,
  KpiParams,
  kpisQueryOf,
  parseKpiParams,
} from './kpiAddress';
import { KpiCard } from './KpiCard';
import { KpiFilters } from './KpiFilters';
import { KpiHead } from './KpiHead';
import { LevelHistory } from './LevelHistory';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    '@media print': { display: 'block', '& section': { boxShadow: 'none' } },
  },
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 235px), 1fr))',
    gap: theme.spacing(1.5),
    '@media print': { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
  },
  refreshing: { opacity: 0.6 },
}));

function Figures({ kpis }: { kpis: KpisResponse }) {
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <>
      {kpiGroupSchema.options.map(group => {
        const items = kpis.items.filter(each => each.group === group);
        return (
          items.length > 0 && (
            <Section key={group} title={t(`kpis.group.${group}`)}>
              <div className={classes.cards}>
                {items.map(kpi => (
                  <KpiCard key={kpi.id} kpi={kpi} />
                ))}
              </div>
            </Section>
          )
        );
      })}
      <Section title={t('kpis.history.title')}>
        <LevelHistory kpis={kpis} />
      </Section>
    </>
  );
}

/** What a director of reliability reports: figures with target, trend and what they rest on. */
export function KpisPage() {
  const classes = useStyles();
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const text = search.toString();
  const params = useMemo(
    () => parseKpiParams(new URLSearchParams(text)),
    [text],
  );
  const state = useRoute('getKpis', { query: kpisQueryOf(params, Date.now()) });
  const change = (to: KpiParams) => setSearch(formatKpiParams(to));
  const print = (
    <SmallButton onClick={() => window.print()}>{t('kpis.print')}</SmallButton>
  );
  return (
    <div className={classes.root}>
      <KpiFilters params={params} onChange={change} actions={print} />
      <Async state={state}>
        {(kpis, refreshing) =>
          kpis.services === 0 ? (
            <StateMessage
              icon={<FilterIcon />}
              title={t('kpis.none')}
              action={
                <Button
                  size="small"
                  variant="outlined"
                  onClick={() => setSearch(new URLSearchParams())}
                >
                  {t('kpis.clear')}
                </Button>
              }
            >
              {t('kpis.noneText')}
            </StateMessage>
          ) : (
            <div
              className={
                refreshing
                  ? `${classes.root} ${classes.refreshing}`
                  : classes.root
              }
              aria-busy={refreshing}
            >
              <Section title={t('kpis.title')}>
                <KpiHead kpis={kpis} />
              </Section>
              <Figures kpis={kpis} />
            </div>
          )
        }
      </Async>
    </div>
  );
}
