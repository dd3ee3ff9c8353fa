import type { FollowUp } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useChangeFollowUp } from '../../../hooks/incidents/useFollowUps';
import { useTranslation } from '../../../hooks/useTranslation';
import { refusalOf, SmallButton } from '../../common';
import { LessonDialog } from '../LessonDialog';
import { FollowUpDialog } from './FollowUpDialog';

/** What can be done with a follow-up; what the reader may not do is not offered. */
export function FollowUpActions(props: {
  item: FollowUp;
  /** Told what it is now, and a sentence about that. */
  onChanged: (item: FollowUp, sentence: string) => void;
}) {
  const { item, onChanged } = props;
  const { title, status } = item;
  const { t } = useTranslation();
  const [open, setOpen] = useState<'edit' | 'lesson'>();
  const over = status === 'done' || status === 'wont-do';
  const { state, run } = useChangeFollowUp(item.id, written =>
    onChanged(
      written,
      t(over ? 'followUps.said.reopened' : 'followUps.said.done'),
    ),
  );
  if (!item.canEdit) return null;
  const close = () => setOpen(undefined);
  return (
    <>
      {item.from === 'person' && (
        <SmallButton
          disabled={state.kind === 'running'}
          aria-label={t(
            over ? 'followUps.reopenLabel' : 'followUps.doneLabel',
            {
              title,
            },
          )}
          onClick={() => run({ status: over ? 'open' : 'done' })}
        >
          {t(over ? 'followUps.reopen' : 'followUps.done')}
        </SmallButton>
      )}
      <SmallButton
        aria-label={t('followUps.editLabel', { title })}
        onClick={() => setOpen('edit')}
      >
        {t('followUps.edit')}
      </SmallButton>
      {!item.lesson && (
        <SmallButton
          aria-label={t('followUps.lesson.actionLabel', { title })}
          onClick={() => setOpen('lesson')}
        >
          {t('followUps.lesson.action')}
        </SmallButton>
      )}
      <div role="alert">
        {refusalOf(state, {
          forbidden: t('followUps.dialog.forbidden'),
          failed: message => t('followUps.failed', { title, message }),
        })}
      </div>
      {open === 'edit' && (
        <FollowUpDialog
          incidentId={item.incident.id}
          item={item}
          onWritten={written => {
            close();
            onChanged(written, t('followUps.said.changed'));
          }}
          onClose={close}
        />
      )}
      {open === 'lesson' && (
        <LessonDialog
          followUp={item}
          onWritten={({ id }) => {
            close();
            onChanged({ ...item, lesson: id }, t('followUps.lesson.proposed'));
          }}
          onClose={close}
        />
      )}
    </>
  );
}
