import { useTranslation } from '../../../hooks/useTranslation';
import { ChoiceField } from '../../common';

/** Chooses among several checklists. */
export function ChecklistPicker(props: {
  checklists: readonly { id: string; title: string }[];
  chosen: string;
  onChoose: (id: string) => void;
}) {
  const { checklists, ...rest } = props;
  const { t } = useTranslation();
  return (
    <ChoiceField
      {...rest}
      choices={checklists}
      label={t('readiness.view.checklist')}
    />
  );
}
