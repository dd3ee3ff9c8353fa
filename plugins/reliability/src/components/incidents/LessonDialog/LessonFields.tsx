import TextField from '@material-ui/core/TextField';
import type { LessonPreviewResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';

/** What is proposed; an empty item is a new one. */
export interface LessonForm {
  checklist: string;
  item: string;
  title: string;
  reason: string;
}

/** Which checklist, which item, in which words, and why. */
export function LessonFields(props: {
  preview: LessonPreviewResponse;
  form: LessonForm;
  untitled: boolean;
  onChange: (patch: Partial<LessonForm>) => void;
}) {
  const { preview, form, untitled, onChange } = props;
  const { t } = useTranslation();
  const { checklists, suggestion } = preview;
  const items = checklists.find(({ id }) => id === form.checklist)?.items ?? [];
  const alike =
    form.item !== '' &&
    form.item === suggestion.itemId &&
    form.checklist === suggestion.checklistId;
  const field = (name: keyof LessonForm) => ({
    id: `lesson-${name}`,
    fullWidth: true,
    margin: 'normal' as const,
    variant: 'outlined' as const,
    value: form[name],
  });
  const choose = (item: string) =>
    onChange({
      item,
      title:
        items.find(({ id }) => id === item)?.title ??
        (suggestion.title || form.title),
    });
  return (
    <>
      <TextField
        {...field('checklist')}
        select
        label={t('followUps.lesson.dialog.checklist')}
        SelectProps={{ native: true }}
        onChange={event =>
          onChange({ checklist: event.target.value, item: '' })
        }
      >
        {checklists.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </TextField>
      <TextField
        {...field('item')}
        select
        label={t('followUps.lesson.dialog.item')}
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true }}
        onChange={event => choose(event.target.value)}
        helperText={alike && t('followUps.lesson.dialog.sounds')}
      >
        <option value="">{t('followUps.lesson.dialog.itemNew')}</option>
        {items.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </TextField>
      <TextField
        {...field('title')}
        required
        label={t('followUps.lesson.dialog.name')}
        error={untitled}
        helperText={untitled && t('followUps.lesson.dialog.nameMissing')}
        inputProps={{ maxLength: 200 }}
        onChange={event => onChange({ title: event.target.value })}
      />
      <TextField
        {...field('reason')}
        multiline
        minRows={2}
        label={t('followUps.lesson.dialog.reason')}
        helperText={t('followUps.lesson.dialog.reasonHelp')}
        inputProps={{ maxLength: 2000 }}
        onChange={event => onChange({ reason: event.target.value })}
      />
    </>
  );
}
