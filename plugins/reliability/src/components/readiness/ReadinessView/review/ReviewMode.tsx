import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ChecklistResponse,
  PhaseState,
  Review,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useDossier } from '../../../../hooks/readiness/useReviews';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Async, StateMessage } from '../../../async';
import { SafeMarkdown, TimeAgo } from '../../../common';
import { Person } from '../../../maturity/Person';
import { Section } from '../../../maturity/Section';
import { SmallButton } from '../../parts';
import type { ChecklistPartProps } from '../types';
import { ReviewDecisionBar } from './ReviewDecisionBar';
import { ReviewItems } from './ReviewItems';

const useStyles = makeStyles(theme => ({
  asked: { marginBottom: theme.spacing(1) },
}));

export interface ReviewModeProps extends ChecklistPartProps {
  reviewId: string;
  onReread: (checklist: ChecklistResponse) => void;
  /** Back to the checklist, with what is to be said there. */
  onClose: (words: string) => void;
}

function OpenReview(
  props: ReviewModeProps & { phase: PhaseState; review: Review },
) {
  const { checklist, rights, phase, review, onClose } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [comments, setComments] = useState<Record<string, string>>({});
  const dossier = useDossier(phase.signOff?.reviewId);
  return (
    <Section
      title={t('readiness.review.title', { phase: phase.title })}
      actions={
        <SmallButton onClick={() => onClose('')}>
          {t('readiness.review.close')}
        </SmallButton>
      }
    >
      <Typography variant="body2" component="div" className={classes.asked}>
        {t('readiness.review.asked', {
          who: <Person name={review.requestedBy} />,
          ago: <TimeAgo at={review.requestedAt} />,
        })}
        {review.note && <SafeMarkdown text={review.note} />}
      </Typography>
      <Async state={dossier}>
        {signed => (
          <ReviewItems
            items={checklist.items.filter(item => item.phase === phase.id)}
            changes={phase.signOff?.changes ?? []}
            dossier={signed?.dossier}
            comments={comments}
            onComment={
              rights.mayReview
                ? (id, text) => setComments(all => ({ ...all, [id]: text }))
                : undefined
            }
          />
        )}
      </Async>
      <ReviewDecisionBar {...props} comments={comments} />
    </Section>
  );
}

/** A phase as a second person reads it before signing: what was signed last beside what is there now. */
export function ReviewMode(props: ReviewModeProps) {
  const { checklist, reviewId, onClose } = props;
  const { t } = useTranslation();
  const phase = checklist.phases.find(({ review }) => review?.id === reviewId);
  if (phase?.review?.state !== 'requested') {
    return (
      <StateMessage
        title={t('readiness.review.gone')}
        action={
          <SmallButton onClick={() => onClose('')}>
            {t('readiness.review.close')}
          </SmallButton>
        }
      />
    );
  }
  return <OpenReview {...props} phase={phase} review={phase.review} />;
}
