import { makeStyles } from '@material-ui/core/styles';
import type { ComparisonResponse } from '@plimsoll/backstage-plugin-reliability-common';
import type { RollupAddress } from '../../../../hooks/rollups/useRollupParams';
import { useTranslation } from '../../../../hooks/useTranslation';
import { comparedBys } from '../../../../utils/rollups/rollupParams';
import { wholeNumber } from '../../../../utils/wholeNumber';
import { ChoiceField, SmallButton } from '../../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(2),
    margin: theme.spacing(2, 0, 1.5),
  },
  by: { display: 'flex', gap: theme.spacing(0.75) },
}));

/** What is compared, and over which like services. */
export function ComparisonChoices(props: {
  comparison: ComparisonResponse;
  address: RollupAddress;
}) {
  const { comparison, address } = props;
  const { params, change } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  const option = (name: string, services: number) =>
    t('rollups.comparison.tierOption', { name, number: wholeNumber(services) });
  return (
    <div className={classes.root}>
      <div
        className={classes.by}
        role="group"
        aria-label={t('rollups.comparison.by')}
      >
        {comparedBys.map(compare => (
          <SmallButton
            key={compare}
            aria-pressed={compare === params.compare}
            onClick={() => change({ compare })}
          >
            {t(`rollups.comparison.${compare}s`)}
          </SmallButton>
        ))}
      </div>
      <ChoiceField
        label={t('rollups.comparison.tier')}
        choices={comparison.tiers
          .filter(
            ({ id, services }) => services > 0 || id === comparison.tier.id,
          )
          .map(({ id, name, services }) => ({
            id,
            title: option(name, services),
          }))}
        chosen={comparison.tier.id}
        // Another tier may not have services of that type.
        onChoose={id => change({ compareTier: id, compareType: undefined })}
      />
      <ChoiceField
        label={t('rollups.comparison.type')}
        choices={comparison.types.map(({ type, services }) => ({
          id: type,
          title: option(type || t('rollups.comparison.noType'), services),
        }))}
        chosen={comparison.type}
        onChoose={compareType => change({ compareType })}
      />
    </div>
  );
}
