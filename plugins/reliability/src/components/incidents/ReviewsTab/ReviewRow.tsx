import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { BudgetReview } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useSloLink } from '../../../hooks/slo/useSloLink';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import { Badge, SmallButton, TimeAgo } from '../../common';
import { Person } from '../../maturity/Person';
import { SettleDialog } from './SettleDialog';
import { useReviewSentence } from './useReviewSentence';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1.5, 0),
    overflowWrap: 'anywhere',
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  what: {
    flex: '1 1 320px',
    minWidth: 0,
    display: 'grid',
    gap: theme.spacing(0.5),
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.25, 1.5),
  },
  title: { fontWeight: 600 },
  quiet: { fontSize: '0.8125rem', color: theme.palette.text.secondary },
}));

/** One thing that does not fit together: what, what to ask, and what was found. */
export function ReviewRow(props: {
  review: BudgetReview;
  onSettled: (written: BudgetReview) => void;
}) {
  const { review, onSettled } = props;
  const { kind, incident, state, note, owner, serviceTitle } = review;
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useLinks();
  const sloLink = useSloLink();
  const sentence = useReviewSentence(review);
  const [open, setOpen] = useState(false);
  const action = state === 'open' ? 'settle' : 'reopen';
  const kindName = t(`incidentAdmin.reviews.kind.${kind}`);
  return (
    <li className={classes.root}>
      <div className={classes.what}>
        <div className={classes.line}>
          <Badge>{kindName}</Badge>
          <Link
            to={sloLink(review.entityRef, review.sloId)}
            className={classes.title}
          >
            {`${serviceTitle}: ${review.sloTitle}`}
          </Link>
          {owner && <EntityRefLink entityRef={owner} hideIcon disableTooltip />}
        </div>
        <div>{sentence}</div>
        {incident && (
          <Link to={links.incident(incident.id)}>
            {`${incident.reference}: ${incident.title}`}
          </Link>
        )}
        {state === 'open' ? (
          <div>{t(`incidentAdmin.reviews.ask.${kind}`)}</div>
        ) : (
          <div>{note}</div>
        )}
        <div className={`${classes.line} ${classes.quiet}`}>
          <span>
            {t('incidentAdmin.reviews.found')} <TimeAgo at={review.foundAt} />
          </span>
          {review.settledBy && review.settledAt && (
            <span>
              {t('incidentAdmin.reviews.settledBy')}{' '}
              <Person name={review.settledBy} />,{' '}
              <TimeAgo at={review.settledAt} />
            </span>
          )}
        </div>
      </div>
      {review.canEdit && (
        <SmallButton
          aria-label={t(`incidentAdmin.reviews.${action}Label`, {
            title: `${kindName}, ${serviceTitle}`,
          })}
          onClick={() => setOpen(true)}
        >
          {t(`incidentAdmin.reviews.${action}`)}
        </SmallButton>
      )}
      {open && (
        <SettleDialog
          review={review}
          onWritten={written => {
            setOpen(false);
            onSettled(written);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </li>
  );
}
