import Button from '@material-ui/core/Button';
import ButtonGroup from '@material-ui/core/ButtonGroup';
import type { CheckReport } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { checkFilters, filterChecks, type CheckFilter } from './checkFilter';

/** All, to do, unknown: each with the number of checks behind it. */
export function CheckFilterButtons(props: {
  checks: readonly CheckReport[];
  chosen: CheckFilter;
  onChoose: (filter: CheckFilter) => void;
}) {
  const { checks, chosen, onChoose } = props;
  const { t } = useTranslation();
  return (
    <ButtonGroup size="small" aria-label={t('entity.ladder.filter')}>
      {checkFilters.map(filter => (
        <Button
          key={filter}
          aria-pressed={filter === chosen}
          color={filter === chosen ? 'primary' : 'default'}
          variant={filter === chosen ? 'contained' : 'outlined'}
          disableElevation
          onClick={() => onChoose(filter)}
        >
          {t(`entity.ladder.${filter}`, {
            number: String(filterChecks(checks, filter).length),
          })}
        </Button>
      ))}
    </ButtonGroup>
  );
}
