import type { FollowUp } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import {
  useAddFollowUp,
  useChangeFollowUp,
} from '../../../hooks/incidents/useFollowUps';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  createFollowUpOf,
  followUpFaults,
  followUpForm,
  patchFollowUpOf,
  type FollowUpForm,
} from '../../../utils/incidents/followUpForm';
import { FormDialog, refusalOf } from '../../common';
import { FollowUpFields } from './FollowUpFields';

/** Adds a follow-up to an incident, or changes one. */
export function FollowUpDialog(props: {
  incidentId: string;
  /** Absent: a new one. */
  item?: FollowUp;
  onWritten: (written: FollowUp) => void;
  onClose: () => void;
}) {
  const { incidentId, item, onWritten, onClose } = props;
  const { t } = useTranslation();
  const [form, setForm] = useState(() => followUpForm(item));
  const [tried, setTried] = useState(false);
  const add = useAddFollowUp(incidentId, onWritten);
  const change = useChangeFollowUp(item?.id ?? '', onWritten);
  const { state } = item ? change : add;
  const faults = followUpFaults(form);
  const submit = () => {
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    if (!item) {
      add.run(createFollowUpOf(form));
      return;
    }
    const patch = patchFollowUpOf(item, form);
    if (Object.keys(patch).length > 0) change.run(patch);
    else onClose();
  };
  return (
    <FormDialog
      title={t(item ? 'followUps.dialog.edit' : 'followUps.dialog.add')}
      submit={t(
        item ? 'followUps.dialog.submitEdit' : 'followUps.dialog.submitAdd',
      )}
      cancel={t('followUps.dialog.cancel')}
      maxWidth="sm"
      busy={state.kind === 'running'}
      refusal={refusalOf(state, {
        forbidden: t('followUps.dialog.forbidden'),
        failed: message => t('followUps.dialog.failed', { message }),
      })}
      onSubmit={submit}
      onClose={onClose}
    >
      <FollowUpFields
        form={form}
        onChange={(patch: Partial<FollowUpForm>) =>
          setForm(before => ({ ...before, ...patch }))
        }
        faults={tried ? faults : {}}
        isNew={!item}
        ofProvider={item?.from === 'provider'}
      />
    </FormDialog>
  );
}
