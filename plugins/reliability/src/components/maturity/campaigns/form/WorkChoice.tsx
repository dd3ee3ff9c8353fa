import FormHelperText from '@material-ui/core/FormHelperText';
import TextField from '@material-ui/core/TextField';
import type {
  ChecklistsResponse,
  ScorecardResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { EnforcementChip } from '../../../common';
import type { CampaignForm, ItemChosen } from './campaignForm';
import { ChoiceBox, type BoxOption } from './ChoiceBox';

type Definition = ScorecardResponse['definition'];
type Change = (patch: Partial<CampaignForm>) => void;

const isSame = (a: ItemChosen, b: ItemChosen) =>
  a.checklistId === b.checklistId && a.itemId === b.itemId;

/** A list with something more, or without it. */
const toggled = <T,>(
  chosen: readonly T[],
  value: T,
  same: (a: T, b: T) => boolean = Object.is,
): T[] =>
  chosen.some(each => same(each, value))
    ? chosen.filter(each => !same(each, value))
    : [...chosen, value];

function checkOptions(
  { checks }: Definition,
  form: CampaignForm,
  onChange: Change,
): BoxOption[] {
  const now = new Date().toISOString();
  return checks.map(({ id, title, planned, enforceFrom }) => {
    const counts = enforceFrom && enforceFrom > now ? 'scheduled' : 'enforced';
    return {
      key: id,
      title,
      note: (
        <EnforcementChip
          enforcement={planned ? 'planned' : counts}
          enforceFrom={enforceFrom}
        />
      ),
      chosen: form.checks.includes(id),
      toggle: () => onChange({ checks: toggled(form.checks, id) }),
    };
  });
}

function itemOptions(
  checklists: ChecklistsResponse['items'],
  form: CampaignForm,
  onChange: Change,
): BoxOption[] {
  return checklists.flatMap(({ definition }) =>
    definition.items.map(({ id, title }) => {
      const item = { checklistId: definition.id, itemId: id };
      return {
        key: `${definition.id}/${id}`,
        title,
        note: checklists.length > 1 && definition.title,
        chosen: form.items.some(each => isSame(each, item)),
        toggle: () => onChange({ items: toggled(form.items, item, isSame) }),
      };
    }),
  );
}

/** The checks of a scorecard and the items of checklists, to choose what has to be done. */
export function WorkChoice(props: {
  scorecard: Definition;
  checklists: ChecklistsResponse['items'];
  form: CampaignForm;
  missing: boolean;
  onChange: Change;
}) {
  const { scorecard, checklists, form, missing, onChange } = props;
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const found = (options: BoxOption[]) =>
    options.filter(({ title }) =>
      title.toLowerCase().includes(text.trim().toLowerCase()),
    );
  return (
    <>
      <TextField
        fullWidth
        size="small"
        margin="normal"
        variant="outlined"
        id="campaign-find"
        label={t('campaigns.form.find')}
        value={text}
        onChange={event => setText(event.target.value)}
      />
      <ChoiceBox
        label={t('campaigns.form.checks')}
        chosen={form.checks.length}
        options={found(checkOptions(scorecard, form, onChange))}
      />
      {checklists.length > 0 && (
        <ChoiceBox
          label={t('campaigns.form.items')}
          chosen={form.items.length}
          options={found(itemOptions(checklists, form, onChange))}
        />
      )}
      {missing && (
        <FormHelperText error>{t('campaigns.form.missing')}</FormHelperText>
      )}
    </>
  );
}
