import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { ExemptionResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import { dayText } from '../../../utils/dates';
import { percentText } from './percentText';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
});

const SHOWN = 5;

/** Incidents in a time, and what they took out of error budgets. */
export function MeanwhileText(props: {
  meanwhile: ExemptionResponse['meanwhile'];
}) {
  const { incidents, budgetShare, unmeasured, items } = props.meanwhile;
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useLinks();
  if (incidents === 0) return <>{t('exemptions.context.noIncidents')}</>;
  const words = [
    t('exemptions.context.count', { count: incidents }),
    budgetShare === null
      ? t('exemptions.context.spentUnknown')
      : t('exemptions.context.spent', { share: percentText(budgetShare) }),
    ...(budgetShare !== null && unmeasured > 0
      ? [t('exemptions.context.unmeasured', { count: unmeasured })]
      : []),
  ];
  return (
    <>
      {words.join(', ')}
      <ul className={classes.list}>
        {items.slice(0, SHOWN).map(item => (
          <li key={item.id}>
            <Link to={links.incident(item.id)}>{item.title}</Link>{' '}
            {[
              item.severity !== null &&
                t('exemptions.context.severity', {
                  level: String(item.severity),
                }),
              dayText(item.startedAt),
            ]
              .filter(Boolean)
              .join(', ')}
          </li>
        ))}
      </ul>
    </>
  );
}
