import Typography from '@material-ui/core/Typography';
import type { ServiceIncidentsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { shareText } from '../../../utils/slo/numbers';
import { ChoiceField } from '../../common';

type Budget = ServiceIncidentsResponse['budgets'][number];

/** Tells the budgets of a service apart. */
export const budgetKey = ({ sloId, objectiveId }: Budget): string =>
  `${sloId} ${objectiveId}`;

/** Which budget is drawn, and how much of it incidents explain. */
export function BudgetChoice(props: {
  budgets: readonly Budget[];
  chosen: Budget | undefined;
  onChoose: (key: string) => void;
}) {
  const { budgets, chosen, onChoose } = props;
  const { t } = useTranslation();
  if (!chosen) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('incidentTab.timeline.noBudget')}
      </Typography>
    );
  }
  const { spent, explained, unexplained, title } = chosen;
  const words = () => {
    if (spent === null) return title;
    return explained === null || unexplained === null
      ? t('incidentTab.timeline.spentOnly', { spent: shareText(spent) })
      : t('incidentTab.timeline.spent', {
          spent: shareText(spent),
          explained: shareText(explained),
          unexplained: shareText(unexplained),
        });
  };
  return (
    <>
      <ChoiceField
        label={t('incidentTab.timeline.budget')}
        choices={budgets.map(budget => ({
          id: budgetKey(budget),
          title: budget.title,
        }))}
        chosen={budgetKey(chosen)}
        onChoose={onChoose}
      />
      <Typography variant="body2">
        {budgets.length === 1 && `${title}: `}
        {words()}
      </Typography>
    </>
  );
}
