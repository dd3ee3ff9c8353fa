import { makeStyles } from '@material-ui/core/styles';
import type { ChecklistItemState } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { ObservedValue } from '../../../maturity/EntityReliabilityContent/ladder/ObservedValue';
import { Rule } from '../../../maturity/Rule';
import { Detail } from '../../parts';

const useStyles = makeStyles({
  values: { margin: 0, padding: 0, listStyle: 'none' },
});

/** The rule of an automatic item, and the values that it saw. */
export function AutomaticValues({ item }: { item: ChecklistItemState }) {
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <>
      <Detail label={t('readiness.details.answer')}>
        {t('readiness.details.automatic')}
      </Detail>
      {item.rule && (
        <Detail label={t('readiness.details.rule')}>
          <Rule text={item.rule} />
        </Detail>
      )}
      <Detail label={t('readiness.details.saw')}>
        {item.actual.length === 0 ? (
          t('readiness.details.sawNothing')
        ) : (
          <ul className={classes.values}>
            {item.actual.map(fact => (
              <ObservedValue key={fact.path} fact={fact} />
            ))}
          </ul>
        )}
      </Detail>
    </>
  );
}
