import type { ScorecardsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { ChoiceField } from '../../common';

/** Which scorecard ranks. */
export function ScorecardSelect(props: {
  scorecards: ScorecardsResponse['items'];
  chosen?: string;
  onChange: (id: string) => void;
}) {
  const { scorecards, chosen, onChange } = props;
  const { t } = useTranslation();
  return (
    <ChoiceField
      choices={scorecards}
      chosen={chosen}
      label={t('ranking.scorecard')}
      onChoose={onChange}
    />
  );
}
