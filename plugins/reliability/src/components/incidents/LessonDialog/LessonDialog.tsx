import type {
  FollowUp,
  Lesson,
  LessonPreviewResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import {
  useLessonPreview,
  useProposeLesson,
} from '../../../hooks/incidents/useLessons';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async } from '../../async';
import { FormDialog, refusalOf } from '../../common';
import { LessonFields, type LessonForm } from './LessonFields';
import { SimilarServicesText } from './SimilarServicesText';

/** What the dialog begins with: what sounds alike, and the words of the follow-up. */
function formOf(preview: LessonPreviewResponse | undefined): LessonForm {
  const { checklists = [], suggestion, followUp } = preview ?? {};
  return {
    checklist: suggestion?.checklistId ?? checklists[0]?.id ?? '',
    item: suggestion?.itemId ?? '',
    title: suggestion?.title ?? followUp?.title ?? '',
    reason: followUp
      ? `${followUp.incident.reference}: ${followUp.incident.title}`
      : '',
  };
}

/** Proposes a checklist item because of a follow-up, and shows who else has the same gap. */
export function LessonDialog(props: {
  followUp: FollowUp;
  onWritten: (written: Lesson) => void;
  onClose: () => void;
}) {
  const { followUp, onWritten, onClose } = props;
  const { t } = useTranslation();
  const [changed, setChanged] = useState<Partial<LessonForm>>({});
  const [tried, setTried] = useState(false);
  // Only what the writer chose is asked for; the first answer itself makes the suggestion.
  const state = useLessonPreview(followUp.id, {
    checklist: changed.checklist,
    item: changed.item,
  });
  const [first, setFirst] = useState<LessonPreviewResponse>();
  if (!first && state.kind === 'ready') setFirst(state.value);
  const form = { ...formOf(first), ...changed };
  const propose = useProposeLesson(followUp.id, onWritten);
  const untitled = form.title.trim() === '';
  const submit = () => {
    setTried(true);
    if (untitled) return;
    propose.run({
      checklistId: form.checklist,
      itemId: form.item || null,
      title: form.title.trim(),
      reason: form.reason.trim(),
    });
  };
  return (
    <FormDialog
      title={t('followUps.lesson.dialog.title')}
      submit={t('followUps.lesson.dialog.submit')}
      cancel={t('followUps.lesson.dialog.cancel')}
      maxWidth="sm"
      busy={propose.state.kind === 'running'}
      blocked={state.kind !== 'ready' || !form.checklist}
      refusal={refusalOf(propose.state, {
        forbidden: t('followUps.lesson.dialog.forbidden'),
        conflict: t('followUps.lesson.dialog.conflict'),
        failed: message => t('followUps.lesson.dialog.failed', { message }),
      })}
      onSubmit={submit}
      onClose={onClose}
    >
      <Typography variant="body2">
        {t('followUps.lesson.dialog.text')}
      </Typography>
      <Async state={state} dense>
        {preview =>
          preview.checklists.length === 0 ? (
            <Typography variant="body2">
              {t('followUps.lesson.dialog.none')}
            </Typography>
          ) : (
            <>
              <LessonFields
                preview={first ?? preview}
                form={form}
                untitled={tried && untitled}
                onChange={patch =>
                  setChanged(before => ({ ...before, ...patch }))
                }
              />
              <SimilarServicesText similar={preview.similar} />
            </>
          )
        }
      </Async>
    </FormDialog>
  );
}
