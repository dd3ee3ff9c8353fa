import { makeStyles } from '@material-ui/core/styles';
import type { ObjectiveEvaluationItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { SubSection } from '../parts/SubSection';
import { AlertList } from './AlertList';
import { BurnTable } from './BurnTable';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 400px), 1fr))',
    gap: theme.spacing(2.5, 4),
    alignItems: 'start',
    '& > *': { minWidth: 0 },
  },
}));

/** How fast the budget goes in each window, and which alerts follow from that. */
export function Burns({ objective }: { objective: ObjectiveEvaluationItem }) {
  const classes = useStyles();
  const { t } = useTranslation();
  if (objective.burns.length === 0 && objective.alerts.length === 0) {
    return null;
  }
  return (
    <div className={classes.root}>
      <SubSection title={t('slo.burns.title')}>
        <BurnTable objective={objective} />
      </SubSection>
      <SubSection title={t('slo.alerts.title')}>
        <AlertList alerts={objective.alerts} />
      </SubSection>
    </div>
  );
}
