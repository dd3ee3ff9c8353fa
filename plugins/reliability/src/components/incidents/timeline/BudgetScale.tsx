import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  budgetFloor,
  type BudgetDays,
} from '../../../utils/incidents/timeline';
import { shareText } from '../../../utils/slo/numbers';

const useStyles = makeStyles(theme => ({
  root: {
    position: 'sticky',
    left: 0,
    zIndex: 2,
    fontSize: '0.75rem',
    lineHeight: '16px',
    color: theme.palette.text.secondary,
    backgroundColor: theme.palette.background.paper,
    '& span': { position: 'absolute', right: theme.spacing(1) },
  },
  name: { left: 0, top: 18, color: theme.palette.text.primary },
}));

/** All of a budget, nothing of it, and the lowest where more was spent than there was. */
export function BudgetScale({ days }: { days: BudgetDays }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const floor = budgetFloor(days);
  const zero = 100 / (1 - floor);
  return (
    <div className={classes.root} aria-hidden="true">
      <span style={{ top: 0 }}>100 %</span>
      <span className={classes.name}>{t('incidentTab.timeline.left')}</span>
      <span style={{ top: `calc(${zero}% - 16px)` }}>0 %</span>
      {floor < -0.25 && <span style={{ bottom: 0 }}>{shareText(floor)}</span>}
    </div>
  );
}
