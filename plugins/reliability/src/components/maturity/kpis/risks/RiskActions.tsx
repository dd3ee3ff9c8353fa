import { makeStyles } from '@material-ui/core/styles';
import type { RiskItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback, useState } from 'react';
import { useAction } from '../../../../hooks/useAction';
import { useCall } from '../../../../hooks/useCall';
import { useTranslation } from '../../../../hooks/useTranslation';
import { refusalOf, SmallButton } from '../../../common';
import { RiskDialog } from './RiskDialog';

const useStyles = makeStyles({ refusal: { fontSize: '0.8125rem', margin: 0 } });

/** What somebody who may write risks can do with one. */
export function RiskActions(props: {
  risk: RiskItem;
  onWritten: (sentence: string) => void;
}) {
  const { risk, onWritten } = props;
  const { title, owned, kind } = risk;
  const classes = useStyles();
  const { t } = useTranslation();
  const call = useCall();
  const [open, setOpen] = useState(false);
  const reopen = useCallback(
    (id: string, version: number) =>
      call('patchRisk', { id, body: { version, state: 'open' } }),
    [call],
  );
  const { state, run } = useAction(reopen, () =>
    onWritten(t('kpis.risks.said.changed')),
  );
  const refusal = refusalOf(state, {
    forbidden: t('kpis.risks.dialog.forbidden'),
    conflict: t('kpis.risks.dialog.conflict'),
    failed: message => t('kpis.risks.dialog.failed', { message }),
  });
  if (owned) {
    if (owned.state !== 'closed') return null;
    return (
      <>
        <SmallButton
          aria-label={t('kpis.risks.reopenLabel', { title })}
          disabled={state.kind === 'running'}
          onClick={() => run(owned.id, owned.version)}
        >
          {t('kpis.risks.reopen')}
        </SmallButton>
        <p role="alert" className={classes.refusal}>
          {refusal}
        </p>
      </>
    );
  }
  const does = kind === 'derived' ? 'own' : 'edit';
  const service = risk.services[0]?.title ?? '';
  return (
    <>
      <SmallButton
        aria-label={
          does === 'own'
            ? t('kpis.risks.ownLabel', { title, service })
            : t('kpis.risks.editLabel', { title })
        }
        onClick={() => setOpen(true)}
      >
        {t(`kpis.risks.${does}`)}
      </SmallButton>
      {open && (
        <RiskDialog
          risk={risk}
          onWritten={sentence => {
            setOpen(false);
            onWritten(sentence);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
