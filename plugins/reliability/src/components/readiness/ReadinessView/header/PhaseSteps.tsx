import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useReadinessView } from '../../../../hooks/readiness/useReadinessView';
import { useTranslation } from '../../../../hooks/useTranslation';
import type { ChecklistPartProps } from '../types';
import { AskReviewDialog } from './AskReviewDialog';
import { PhaseStep } from './PhaseStep';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))',
    gap: theme.spacing(1.5),
    margin: theme.spacing(2, 0, 0),
    padding: 0,
    listStyle: 'none',
  },
}));

/** The phases in their order, each with its sign-off and what can be done about it. */
export function PhaseSteps(
  props: ChecklistPartProps & { onSaid: (words: string) => void },
) {
  const { checklist, rights, onWritten, onSaid } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { change } = useReadinessView();
  const [asking, setAsking] = useState<string>();
  const phase = checklist.phases.find(({ id }) => id === asking);
  return (
    <>
      <ol className={classes.root} aria-label={t('readiness.header.phases')}>
        {checklist.phases.map((each, index) => (
          <PhaseStep
            key={each.id}
            phase={each}
            number={index + 1}
            rights={rights}
            onAsk={() => setAsking(each.id)}
            onReview={review => change({ review, item: undefined })}
          />
        ))}
      </ol>
      {phase && (
        <AskReviewDialog
          checklist={checklist}
          phase={phase}
          onClose={() => setAsking(undefined)}
          onWritten={reply => {
            setAsking(undefined);
            onSaid(t('readiness.ask.done', { phase: phase.title }));
            onWritten(reply);
          }}
        />
      )}
    </>
  );
}
