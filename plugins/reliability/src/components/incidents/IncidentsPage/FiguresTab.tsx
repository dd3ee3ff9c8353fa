import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useSearchParams } from 'react-router-dom';
import { useIncidentParams } from '../../../hooks/incidents/useIncidents';
import {
  useIncidentStats,
  type StatsBy,
} from '../../../hooks/incidents/useIncidentStats';
import { useTranslation } from '../../../hooks/useTranslation';
import { dayText } from '../../../utils/dates';
import { oneOf } from '../../../utils/listAddress';
import { Async } from '../../async';
import { SmallButton } from '../../common';
import { Section } from '../../maturity/Section';
import { IncidentFigures } from '../figures';
import { GroupTable } from './GroupTable';
import { IncidentFilters } from './IncidentFilters';
import { MonthCharts } from './MonthCharts';
import { RepeaterTable } from './RepeaterTable';

const groupings = [
  'month',
  'tier',
  'owner',
  'service',
  'severity',
] as const satisfies readonly StatsBy[];

const useStyles = makeStyles(theme => ({
  by: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** Figures over the incidents of the company, whole and by group. */
export function FiguresTab() {
  const classes = useStyles();
  const { t } = useTranslation();
  const address = useIncidentParams();
  const [search, setSearch] = useSearchParams();
  const by = oneOf(groupings, search.get('by'), 'month');
  const group = (to: StatsBy) =>
    setSearch(previous => {
      const next = new URLSearchParams(previous);
      next.set('by', to);
      return next;
    });
  return (
    <>
      <IncidentFilters address={address} />
      <Async state={useIncidentStats(address.params, by)}>
        {({ stats, by: shown }) => (
          <>
            <Typography variant="body2">
              {t('incidents.figures.time', {
                from: dayText(stats.from),
                to: dayText(stats.to),
              })}
            </Typography>
            <Section title={t('incidents.figures.all')}>
              <IncidentFigures figures={stats.all} />
            </Section>
            <Section
              title={`${t('incidents.figures.by')} ${t(
                `incidents.figures.groups.${shown}`,
              ).toLocaleLowerCase()}`}
              actions={
                <div
                  className={classes.by}
                  role="group"
                  aria-label={t('incidents.figures.by')}
                >
                  {groupings.map(each => (
                    <SmallButton
                      key={each}
                      aria-pressed={each === by}
                      onClick={() => group(each)}
                    >
                      {t(`incidents.figures.groups.${each}`)}
                    </SmallButton>
                  ))}
                </div>
              }
            >
              {shown === 'month' && <MonthCharts groups={stats.groups} />}
              <GroupTable stats={stats} by={shown} />
            </Section>
            <Section title={t('incidents.repeaters.title')}>
              <RepeaterTable repeaters={stats.repeaters} />
            </Section>
          </>
        )}
      </Async>
    </>
  );
}
