import { usePermission } from '@backstage/plugin-permission-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  reliabilityReadinessAnswerPermission,
  reliabilityReadinessReviewPermission,
  type ChecklistResponse,
  type ReadinessWriteResponse,
  type ServiceResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback, useRef, useState } from 'react';
import { useChecklist } from '../../../hooks/readiness/useChecklist';
import { useReadinessView } from '../../../hooks/readiness/useReadinessView';
import { keepEqualItems } from '../../../utils/readiness/items';
import { Async } from '../../async';
import { ServiceSkeleton } from '../../maturity/EntityReliabilityContent/ServiceSkeleton';
import { ChecklistHeader } from './header/ChecklistHeader';
import { SignOffs } from './header/SignOffs';
import { ItemsPanel } from './items/ItemsPanel';
import { Proposals } from './proposals/Proposals';
import { ReviewMode } from './review/ReviewMode';
import type { ReviewRights } from './types';

interface ChecklistProps {
  entityRef: string;
  /** Id of the checklist. */
  id: string;
  onChanged: (service: ServiceResponse) => void;
}

function useRights(entityRef: string) {
  const answer = usePermission({
    permission: reliabilityReadinessAnswerPermission,
    resourceRef: entityRef,
  });
  const review = usePermission({
    permission: reliabilityReadinessReviewPermission,
    resourceRef: entityRef,
  });
  const rights: ReviewRights = {
    mayAnswer: answer.allowed,
    mayReview: review.allowed,
  };
  return { rights, known: !answer.loading && !review.loading };
}

const useStyles = makeStyles({ words: { '&:empty': { display: 'none' } } });

/** One checklist of a service: where it stands, its sign-offs and its items, or the review of a phase. */
export function Checklist({ entityRef, id, onChanged }: ChecklistProps) {
  const classes = useStyles();
  const state = useChecklist(entityRef, id);
  const { review, change } = useReadinessView();
  const { rights, known } = useRights(entityRef);
  const [words, setWords] = useState('');
  const current = useRef<{
    value?: ChecklistResponse;
    replace?: (value: ChecklistResponse) => void;
  }>({});
  current.current = state.kind === 'ready' ? state : {};

  const show = useCallback((next: ChecklistResponse) => {
    const { value, replace } = current.current;
    const kept = keepEqualItems(value, next);
    // A second reply may come before React has drawn the first.
    current.current.value = kept;
    replace?.(kept);
  }, []);
  const written = useCallback(
    (reply: ReadinessWriteResponse) => {
      show(reply.checklist);
      onChanged(reply.service);
    },
    [show, onChanged],
  );
  return (
    <Async
      // Who waits for the answer about permissions must not read that they have none.
      state={known ? state : { kind: 'loading' }}
      loading={<ServiceSkeleton />}
    >
      {checklist => {
        const common = { checklist, rights, onWritten: written };
        return (
          <>
            <Typography variant="body2" role="status" className={classes.words}>
              {words}
            </Typography>
            {review ? (
              <ReviewMode
                {...common}
                reviewId={review}
                onReread={show}
                onClose={result => {
                  setWords(result);
                  change({ review: undefined });
                }}
              />
            ) : (
              <>
                <ChecklistHeader {...common} onSaid={setWords} />
                <SignOffs phases={checklist.phases} />
                <Proposals {...common} />
                <ItemsPanel {...common} onReread={show} />
              </>
            )}
          </>
        );
      }}
    </Async>
  );
}
