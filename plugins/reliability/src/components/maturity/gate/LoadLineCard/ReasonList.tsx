import { makeStyles } from '@material-ui/core/styles';
import type { GateAnswer } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { ReasonItem } from './ReasonItem';
import { SubHead } from './SubHead';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gap: theme.spacing(1.5),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
}));

/** Why: each reason with its source and time. */
export function ReasonList({ answer }: { answer: GateAnswer }) {
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <SubHead title={t('gate.reasons.title')}>
      {answer.reasons.length === 0 ? (
        t('gate.reasons.none')
      ) : (
        <ul className={classes.list} aria-label={t('gate.reasons.label')}>
          {answer.reasons.map(reason => (
            <ReasonItem
              key={`${reason.kind} ${reason.rules.join()}`}
              entityRef={answer.entityRef}
              reason={reason}
            />
          ))}
        </ul>
      )}
    </SubHead>
  );
}
