import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../hooks/useTranslation';
import { periods } from '../../../utils/incidents/serviceParams';
import { SmallButton } from '../../common';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

const YEAR = 365;

/** How far back everything below looks. */
export function PeriodChoice(props: {
  days: number;
  onChange: (days: number) => void;
}) {
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <div
      className={classes.root}
      role="group"
      aria-label={t('incidentTab.period.label')}
    >
      {periods.map(days => (
        <SmallButton
          key={days}
          aria-pressed={days === props.days}
          onClick={() => props.onChange(days)}
        >
          {days % YEAR === 0
            ? t('incidentTab.period.years', { count: days / YEAR })
            : t('incidentTab.period.days', { days: String(days) })}
        </SmallButton>
      ))}
    </div>
  );
}
