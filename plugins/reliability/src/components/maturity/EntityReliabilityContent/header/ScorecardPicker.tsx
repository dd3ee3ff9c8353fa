import TextField from '@material-ui/core/TextField';
import type { Report } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';

export interface ScorecardPickerProps {
  reports: readonly Report[];
  chosen: string;
  onChoose: (id: string) => void;
}

/** Chooses among several scorecards; with one there is nothing to choose. */
export function ScorecardPicker(props: ScorecardPickerProps) {
  const { reports, chosen, onChoose } = props;
  const { t } = useTranslation();
  if (reports.length < 2) return null;
  return (
    <TextField
      select
      size="small"
      variant="outlined"
      id="reliability-scorecard"
      label={t('entity.header.scorecard')}
      value={chosen}
      onChange={event => onChoose(event.target.value)}
      SelectProps={{ native: true }}
    >
      {reports.map(({ scorecard }) => (
        <option key={scorecard.id} value={scorecard.id}>
          {scorecard.title}
        </option>
      ))}
    </TextField>
  );
}
