import TextField from '@material-ui/core/TextField';
import type { FollowUp } from '@plimsoll/backstage-plugin-reliability-common';
import { useChecklists } from '../../../hooks/readiness/useChecklist';
import { useTranslation } from '../../../hooks/useTranslation';
import { errorText } from '../../async';

type Item = NonNullable<FollowUp['contradicts']>;

const keyOf = ({ checklistId, itemId }: Item) =>
  JSON.stringify([checklistId, itemId]);

function itemOf(key: string): Item | null {
  if (!key) return null;
  const [checklistId, itemId] = JSON.parse(key);
  return { checklistId, itemId };
}

/** The checklist item that a follow-up shows to be untrue. */
export function ContradictsField(props: {
  chosen: FollowUp['contradicts'];
  onChange: (chosen: FollowUp['contradicts']) => void;
}) {
  const { chosen, onChange } = props;
  const { t } = useTranslation();
  const state = useChecklists();
  const checklists =
    state.kind === 'ready'
      ? state.value.items.map(({ definition }) => definition)
      : [];
  const key = chosen ? keyOf(chosen) : '';
  const known = checklists.some(({ id, items }) =>
    items.some(item => keyOf({ checklistId: id, itemId: item.id }) === key),
  );
  return (
    <TextField
      id="follow-up-contradicts"
      select
      fullWidth
      margin="normal"
      variant="outlined"
      label={t('followUps.dialog.contradicts')}
      value={key}
      onChange={event => onChange(itemOf(event.target.value))}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
      helperText={
        state.kind === 'failed'
          ? t('followUps.dialog.contradictsFailed', {
              message: errorText(state.error),
            })
          : t('followUps.dialog.contradictsHelp')
      }
    >
      <option value="">{t('followUps.dialog.contradictsNone')}</option>
      {chosen && !known && (
        <option value={key}>{`${chosen.checklistId}/${chosen.itemId}`}</option>
      )}
      {checklists.map(({ id, title, items }) => (
        <optgroup key={id} label={title}>
          {items.map(item => {
            const value = keyOf({ checklistId: id, itemId: item.id });
            return (
              <option key={value} value={value}>
                {item.title}
              </option>
            );
          })}
        </optgroup>
      ))}
    </TextField>
  );
}
