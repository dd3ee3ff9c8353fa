import { makeStyles } from '@material-ui/core/styles';
import type {
  GateAnswer,
  GateWaiverItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { timeText } from '../../../../utils/incidents/times';
import { SmallButton } from '../../../common';
import { Person } from '../../Person';
import { EndWaiverDialog } from '../EndWaiverDialog';
import { SubHead } from './SubHead';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gap: theme.spacing(1),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 1.5),
    alignItems: 'center',
    overflowWrap: 'anywhere',
  },
}));

/** The waivers in force, each with its end; whoever may waive may end them. */
export function WaiversInForce(props: {
  answer: GateAnswer;
  onEnded: () => void;
}) {
  const { answer, onEnded } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [ending, setEnding] = useState<GateWaiverItem>();
  if (answer.waivers.length === 0) return null;
  return (
    <SubHead title={t('gate.waivers.title')}>
      <ul className={classes.list}>
        {answer.waivers.map(waiver => (
          <li key={waiver.id} className={classes.item}>
            <span>
              {t('gate.waivers.line', {
                by: <Person name={waiver.by} />,
                until: timeText(waiver.until),
                reason: waiver.reason,
              })}{' '}
              ({waiver.rules?.join(', ') ?? t('gate.waivers.every')})
            </span>
            {answer.canWaive && (
              <SmallButton
                aria-label={t('gate.end.label', { by: waiver.by })}
                onClick={() => setEnding(waiver)}
              >
                {t('gate.end.open')}
              </SmallButton>
            )}
          </li>
        ))}
      </ul>
      {ending && (
        <EndWaiverDialog
          waiver={ending}
          onClose={() => setEnding(undefined)}
          onEnded={() => {
            setEnding(undefined);
            onEnded();
          }}
        />
      )}
    </SubHead>
  );
}
