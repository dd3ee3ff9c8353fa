import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import DoneIcon from '@material-ui/icons/CheckCircleOutline';
import type { BudgetReview } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import {
  useBudgetReviews,
  type ReviewFilter,
} from '../../../hooks/incidents/useBudgetReviews';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async, StateMessage } from '../../async';
import { ShowMore } from '../parts';
import { ReviewChoices } from './ReviewChoices';
import { ReviewRow } from './ReviewRow';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  intro: { maxWidth: '80ch' },
  list: { margin: 0, padding: theme.spacing(0, 2), listStyle: 'none' },
}));

/** Where incidents and budgets do not fit together: dark burn and blind spots. */
export function ReviewsTab() {
  const classes = useStyles();
  const { t } = useTranslation();
  const [filter, setFilter] = useState<ReviewFilter>({ state: 'open' });
  const [said, setSaid] = useState('');
  const reviews = useBudgetReviews(filter);
  const { first, items, hasMore, loadMore, moreState } = reviews;
  const settled = (written: BudgetReview) => {
    setSaid(t(`incidentAdmin.reviews.said.${written.state}`));
    if (first.kind === 'ready') first.reload();
  };
  return (
    <div className={classes.root}>
      <Typography variant="body2" className={classes.intro}>
        {t('incidentAdmin.reviews.intro')}
      </Typography>
      <ReviewChoices filter={filter} onChange={setFilter} />
      <Typography variant="body2" role="status">
        {said}
      </Typography>
      <Async state={first}>
        {() =>
          items.length === 0 ? (
            <StateMessage
              icon={<DoneIcon />}
              title={t('incidentAdmin.reviews.none')}
            >
              {t(
                filter.state === 'open'
                  ? 'incidentAdmin.reviews.noneText'
                  : 'incidentAdmin.reviews.noneSettled',
              )}
            </StateMessage>
          ) : (
            <Paper variant="outlined">
              <ul
                className={classes.list}
                aria-label={t('incidentAdmin.reviews.list')}
              >
                {items.map(review => (
                  <ReviewRow
                    key={review.id}
                    review={review}
                    onSettled={settled}
                  />
                ))}
              </ul>
            </Paper>
          )
        }
      </Async>
      <ShowMore hasMore={hasMore} state={moreState} onMore={loadMore} />
    </div>
  );
}
