import { makeStyles } from '@material-ui/core/styles';
import type { IncidentItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { shareText } from '../../../utils/slo/numbers';
import { Badge } from '../../common';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) },
}));

/** Less of a budget is shown on the incident's own page only. */
const NOTABLE_SHARE = 0.01;

/** What else there is to know about an incident, each in a frame; nothing where nothing is. */
export function IncidentFlags({ incident }: { incident: IncidentItem }) {
  const { isTest, isPrivate, customerImpact, repeatOf, budgetSpent } = incident;
  const tookBudget = budgetSpent !== null && budgetSpent >= NOTABLE_SHARE;
  const classes = useStyles();
  const { t } = useTranslation();
  const flags = [
    isTest && (['test', 'testHelp'] as const),
    isPrivate && (['private', 'privateHelp'] as const),
    customerImpact && (['customers', undefined] as const),
    repeatOf !== null && (['repeat', 'repeatHelp'] as const),
    incident.services.length === 0 && (['unmapped', 'unmappedHelp'] as const),
  ].filter(flag => flag !== false && flag !== null);
  if (flags.length === 0 && !tookBudget) return null;
  return (
    <span className={classes.root}>
      {flags.map(([name, help]) => (
        <Badge key={name} title={help && t(`incident.flag.${help}`)}>
          {t(`incident.flag.${name}`)}
        </Badge>
      ))}
      {tookBudget && (
        <Badge title={t('incident.flag.budgetHelp')}>
          {t('incident.flag.budget', { share: shareText(budgetSpent) })}
        </Badge>
      )}
    </span>
  );
}
