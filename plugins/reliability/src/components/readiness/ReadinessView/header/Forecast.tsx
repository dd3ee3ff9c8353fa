import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ExpiryIcon from '@material-ui/icons/Schedule';
import type { ChecklistResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { dayText, relativeText } from '../../../../utils/dates';
import { statusColors } from '../../../common';

const useStyles = makeStyles(theme => ({
  list: { margin: theme.spacing(1, 0, 0), padding: 0, listStyle: 'none' },
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    '& svg': { fontSize: 18, color: statusColors(theme).warn },
  },
}));

const SHOWN = 3;

type Step = ChecklistResponse['forecast'][number];

function Words({ step }: { step: Step }) {
  const { t } = useTranslation();
  const past = Date.parse(step.at) < Date.now();
  const items = t(
    past ? 'readiness.forecast.past' : 'readiness.forecast.items',
    {
      count: step.items.length,
      when: relativeText(step.at),
    },
  );
  return (
    <span title={dayText(step.at)}>
      {items}
      {step.level && `: ${t('readiness.forecast.falls', step.level)}`}
    </span>
  );
}

/** Which answers expire next, and whether the level falls with them. */
export function Forecast({ forecast }: { forecast: readonly Step[] }) {
  const classes = useStyles();
  const { t } = useTranslation();
  // What moves the level matters more than what comes first.
  const shown = forecast.filter(
    (step, index) => index < SHOWN || step.level !== null,
  );
  if (shown.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t('readiness.forecast.label')}>
      {shown.map(step => (
        <Typography
          key={step.at}
          variant="body2"
          component="li"
          className={classes.line}
        >
          <ExpiryIcon aria-hidden="true" />
          <Words step={step} />
        </Typography>
      ))}
    </ul>
  );
}
