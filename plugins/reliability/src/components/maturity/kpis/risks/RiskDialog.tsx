import type { RiskItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback, useState } from 'react';
import { useAction } from '../../../../hooks/useAction';
import { useCall } from '../../../../hooks/useCall';
import { useTranslation } from '../../../../hooks/useTranslation';
import { FormDialog, refusalOf } from '../../../common';
import { RiskFields } from './RiskFields';
import {
  createRiskOf,
  patchRiskOf,
  riskFaults,
  RiskForm,
  riskForm,
} from './riskForm';

const doesTo = { derived: 'own', written: 'edit' } as const;

/** Writes a risk down, takes one over that a check means, or changes one. */
export function RiskDialog(props: {
  /** Absent: from nothing; derived: it is taken over; written: it is changed. */
  risk?: RiskItem;
  onWritten: (sentence: string) => void;
  onClose: () => void;
}) {
  const { risk, onWritten, onClose } = props;
  const { t } = useTranslation();
  const call = useCall();
  // One id for all tries, so that a second click writes nothing twice.
  const [id] = useState(() => crypto.randomUUID());
  const [form, setForm] = useState(() => riskForm(risk, Date.now()));
  const [tried, setTried] = useState(false);
  const does = risk ? doesTo[risk.kind] : 'write';
  const faults = riskFaults(form, risk, Date.now());
  const save = useCallback(
    (filled: RiskForm) =>
      risk?.kind === 'written'
        ? call('patchRisk', {
            id: risk.id,
            body: patchRiskOf(filled, risk),
          })
        : call('createRisk', { body: createRiskOf(filled, id, risk) }),
    [call, id, risk],
  );
  const said = {
    write: t('kpis.risks.said.written'),
    own: t('kpis.risks.said.owned'),
    edit: t('kpis.risks.said.changed'),
  }[does];
  const { state, run } = useAction(save, () => onWritten(said));
  const submit = () => {
    setTried(true);
    if (Object.keys(faults).length === 0) run(form);
  };
  const title = {
    write: t('kpis.risks.dialog.write'),
    own: t('kpis.risks.dialog.own'),
    edit: t('kpis.risks.dialog.edit'),
  }[does];
  const words = {
    write: t('kpis.risks.dialog.submitWrite'),
    own: t('kpis.risks.dialog.submitOwn'),
    edit: t('kpis.risks.dialog.submitEdit'),
  }[does];
  return (
    <FormDialog
      title={title}
      submit={words}
      cancel={t('kpis.risks.dialog.cancel')}
      maxWidth="sm"
      busy={state.kind === 'running'}
      refusal={refusalOf(state, {
        forbidden: t('kpis.risks.dialog.forbidden'),
        conflict: t('kpis.risks.dialog.conflict'),
        failed: message => t('kpis.risks.dialog.failed', { message }),
      })}
      onSubmit={submit}
      onClose={onClose}
    >
      <RiskFields
        form={form}
        faults={tried ? faults : {}}
        risk={risk}
        onChange={patch => setForm(before => ({ ...before, ...patch }))}
      />
    </FormDialog>
  );
}
