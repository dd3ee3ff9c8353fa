import { makeStyles } from '@material-ui/core/styles';
import type { ServiceHandover } from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback, useState } from 'react';
import { useAction } from '../../../hooks/useAction';
import { useCall } from '../../../hooks/useCall';
import { useTranslation } from '../../../hooks/useTranslation';
import { SmallButton, TimeAgo } from '../../common';
import { Person } from '../Person';
import { ConditionsDialog } from './ConditionsDialog';
import { useHandoverRefusal } from './useHandoverRefusal';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1.5, 0),
    borderBottom: `1px solid ${theme.palette.divider}`,
    '&:last-child': { borderBottom: 'none', paddingBottom: 0 },
  },
  quiet: { color: theme.palette.text.secondary },
  text: { margin: theme.spacing(0.5, 0), whiteSpace: 'pre-wrap' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
  },
}));

type Decision = 'accept' | 'conditions' | 'withdraw';

/** One handover: who gave what to whom, how it stands, and what can be done with it. */
export function HandoverLine(props: {
  handover: ServiceHandover;
  mayDecide: boolean;
  onChanged: () => void;
  onShow: () => void;
}) {
  const { handover, mayDecide, onChanged, onShow } = props;
  const { id, version, state: stands } = handover;
  const classes = useStyles();
  const { t } = useTranslation();
  const call = useCall();
  const [asking, setAsking] = useState(false);
  const decide = useCallback(
    (decision: Decision, conditions = '') =>
      call('decideHandover', {
        id,
        body: { decision, conditions, version },
      }),
    [call, id, version],
  );
  const { state, run } = useAction(decide, () => {
    setAsking(false);
    onChanged();
  });
  const refusal = useHandoverRefusal(state);
  const isOpen = stands === 'offered' || stands === 'conditions';
  const by = <Person name={handover.decidedBy ?? ''} />;
  return (
    <li className={classes.root}>
      <div>
        {t('reports.handover.offered', {
          to: <Person name={handover.to} />,
          by: <Person name={handover.offeredBy} />,
        })}{' '}
        <span className={classes.quiet}>
          <TimeAgo at={handover.offeredAt} />
        </span>
      </div>
      {handover.note && <p className={classes.text}>{handover.note}</p>}
      {stands !== 'offered' && (
        <div>
          <strong>{t(`reports.handover.${stands}`, { by })}</strong>{' '}
          <span className={classes.quiet}>
            {handover.decidedAt && <TimeAgo at={handover.decidedAt} />}
          </span>
        </div>
      )}
      {handover.conditions && (
        <p className={classes.text}>{handover.conditions}</p>
      )}
      <div className={classes.actions}>
        <SmallButton onClick={onShow}>
          {t('reports.handover.keptPacket')}
        </SmallButton>
        {isOpen && mayDecide && (
          <>
            <SmallButton onClick={() => run('accept')}>
              {t('reports.handover.accept')}
            </SmallButton>
            <SmallButton onClick={() => setAsking(true)}>
              {t('reports.handover.decline')}
            </SmallButton>
            <SmallButton onClick={() => run('withdraw')}>
              {t('reports.handover.withdraw')}
            </SmallButton>
          </>
        )}
      </div>
      <div role="alert">{!asking && refusal}</div>
      {asking && (
        <ConditionsDialog
          busy={state.kind === 'running'}
          refusal={refusal}
          onSubmit={conditions => run('conditions', conditions)}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}
