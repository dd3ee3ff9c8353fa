import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useRoute } from '../../../hooks/useRoute';
import { useTranslation } from '../../../hooks/useTranslation';
import { daysOf, parseChangeParams, utcDay } from '../../../utils/changeParams';
import { Async } from '../../async';
import { SmallButton } from '../../common';
import { DayField } from '../../incidents/IncidentsPage/DayField';
import { ServiceDifference } from './ServiceDifference';

const useStyles = makeStyles(theme => ({
  root: {
    marginTop: theme.spacing(2),
    paddingTop: theme.spacing(2),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  days: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1.5, 1),
    margin: theme.spacing(2, 0),
  },
}));

const FROM = 'compareFrom';
const TO = 'compareTo';

interface Days {
  from: string;
  to: string;
}

/** The days in the address; absent while nothing is compared. */
function useComparedDays(now: number) {
  const [search, setSearch] = useSearchParams();
  const asked = parseChangeParams(
    new URLSearchParams({
      from: search.get(FROM) ?? '',
      to: search.get(TO) ?? '',
    }),
  );
  const put = (days: Partial<Days> | undefined) =>
    setSearch(
      previous => {
        const next = new URLSearchParams(previous);
        next.delete(FROM);
        next.delete(TO);
        if (days?.from) next.set(FROM, days.from);
        // Today stays today when the link is opened later.
        if (days?.to && days.to !== utcDay(now)) next.set(TO, days.to);
        return next;
      },
      { replace: true },
    );
  return {
    days: asked.from ? daysOf(asked, now) : undefined,
    usual: daysOf({ days: 30 }, now),
    put,
  };
}

function Compared(props: { entityRef: string; scorecard: string; days: Days }) {
  const { entityRef, scorecard, days } = props;
  const state = useRoute(
    'getServiceChanges',
    { entityRef, query: { ...days, scorecard } },
    `${entityRef} ${scorecard}`,
  );
  return (
    <Async state={state} dense>
      {changes => <ServiceDifference changes={changes} />}
    </Async>
  );
}

/** Two days of a service side by side, on demand. */
export function CompareDays(props: { entityRef: string; scorecard: string }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const id = useId();
  const [now] = useState(() => Date.now());
  const { days, usual, put } = useComparedDays(now);
  return (
    <div className={classes.root}>
      <SmallButton
        aria-expanded={days !== undefined}
        aria-controls={id}
        onClick={() => put(days ? undefined : usual)}
      >
        {t(days ? 'changes.compare.close' : 'changes.compare.open')}
      </SmallButton>
      <div
        id={id}
        role="region"
        aria-label={t('changes.compare.label')}
        hidden={!days}
      >
        {days && (
          <>
            <div className={classes.days}>
              <DayField
                label={t('changes.range.from')}
                day={days.from}
                onChange={from => put({ ...days, from: from ?? usual.from })}
              />
              <DayField
                label={t('changes.range.to')}
                day={days.to}
                onChange={to => put({ ...days, to: to ?? usual.to })}
              />
            </div>
            {days.from < days.to ? (
              <Compared {...props} days={days} />
            ) : (
              <Typography variant="body2" role="alert">
                {t('changes.range.order')}
              </Typography>
            )}
          </>
        )}
      </div>
    </div>
  );
}
