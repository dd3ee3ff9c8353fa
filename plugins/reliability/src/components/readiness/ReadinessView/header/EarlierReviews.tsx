import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ChecklistResponse,
  Review,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useId, useState } from 'react';
import { useReviews } from '../../../../hooks/readiness/useReviews';
import { useLinks } from '../../../../hooks/useLinks';
import { useTranslation } from '../../../../hooks/useTranslation';
import { dayText } from '../../../../utils/dates';
import { Async } from '../../../async';
import { SafeMarkdown } from '../../../common';
import { Person } from '../../../maturity/Person';
import { SmallButton } from '../../parts';

const SHOWN = 20;

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(1.5) },
  list: { margin: theme.spacing(1, 0), paddingLeft: theme.spacing(2.5) },
}));

function ReviewLine({ review }: { review: Review }) {
  const { t } = useTranslation();
  const links = useLinks();
  const { state, phase, comment, decidedBy, decidedAt } = review;
  return (
    <li>
      {t('readiness.reviews.line', {
        phase: phase.title,
        state: t(`readiness.reviews.${state}`),
        who: <Person name={decidedBy ?? review.requestedBy} />,
        date: dayText(decidedAt ?? review.requestedAt),
      })}{' '}
      {state === 'approved' && (
        <Link to={links.dossier(review.id)} underline="always">
          {t('readiness.signOff.dossier')}
        </Link>
      )}
      {comment && <SafeMarkdown text={comment} />}
    </li>
  );
}

function ReviewList({ checklist }: { checklist: ChecklistResponse }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { entityRef, id } = checklist;
  const state = useReviews({ entityRef, checklist: id }, SHOWN);
  return (
    <Async state={state} dense>
      {({ items }) =>
        items.length === 0 ? (
          <>{t('readiness.reviews.none')}</>
        ) : (
          <ul
            className={classes.list}
            aria-label={t('readiness.reviews.title')}
          >
            {items.map(review => (
              <ReviewLine key={review.id} review={review} />
            ))}
          </ul>
        )
      }
    </Async>
  );
}

/** The reviews of the checklist, newest first; read when somebody wants to see them. */
export function EarlierReviews(props: { checklist: ChecklistResponse }) {
  const { checklist } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const id = useId();
  // A decision makes the list that was read an old one.
  const version = checklist.phases.map(({ review }) => review?.state).join();
  return (
    <Typography variant="body2" component="div" className={classes.root}>
      <SmallButton
        quiet
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {t('readiness.reviews.title')}
      </SmallButton>
      <div id={id} hidden={!open}>
        {open && <ReviewList key={version} checklist={checklist} />}
      </div>
    </Typography>
  );
}
