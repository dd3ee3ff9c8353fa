import Typography from '@material-ui/core/Typography';
import type {
  GateAnswer,
  GateWaiverItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback, useState } from 'react';
import { useAction } from '../../../../hooks/useAction';
import { useCall } from '../../../../hooks/useCall';
import { useTranslation } from '../../../../hooks/useTranslation';
import { FormDialog, refusalOf } from '../../../common';
import { WaiveFields } from './WaiveFields';
import { emptyWaiver, problemsOfWaiver, requestOf } from './waiverForm';

/** Lets a service change although held: which reasons, why, and until when. */
export function WaiveDialog(props: {
  answer: GateAnswer;
  onWaived: (waiver: GateWaiverItem) => void;
  onClose: () => void;
}) {
  const { answer, onWaived, onClose } = props;
  const { entityRef, title } = answer;
  const { t } = useTranslation();
  const call = useCall();
  const [openedAt] = useState(() => Date.now());
  const [form, setForm] = useState(() => emptyWaiver(answer, openedAt));
  const [tried, setTried] = useState(false);
  const waive = useCallback(
    (body: ReturnType<typeof requestOf>) =>
      call('createGateWaiver', { entityRef, body }),
    [call, entityRef],
  );
  const { state, run } = useAction(waive, onWaived);
  const problems = problemsOfWaiver(form, answer, openedAt);
  const submit = () => {
    setTried(true);
    if (problems.size === 0) run(requestOf(form));
  };
  return (
    <FormDialog
      title={t('gate.waive.title', { service: title })}
      submit={t('gate.waive.submit')}
      cancel={t('gate.waive.cancel')}
      maxWidth="sm"
      busy={state.kind === 'running'}
      refusal={refusalOf(state, {
        forbidden: t('gate.waive.forbidden'),
        failed: message => t('gate.waive.failed', { message }),
      })}
      onSubmit={submit}
      onClose={onClose}
    >
      <Typography variant="body2">{t('gate.waive.help')}</Typography>
      <WaiveFields
        answer={answer}
        form={form}
        onChange={setForm}
        problems={tried ? problems : new Set()}
      />
    </FormDialog>
  );
}
