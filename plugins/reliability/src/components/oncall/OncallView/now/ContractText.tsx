import Typography from '@material-ui/core/Typography';
import type { ServiceOncallResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';

/** What the tier wants of on-call, and how many people share it. */
export function ContractText({ value }: { value: ServiceOncallResponse }) {
  const { t } = useTranslation();
  const { contract, tier, cover } = value;
  const wishes = contract
    ? [
        contract.coverage && t(`oncall.now.coverage.${contract.coverage}`),
        contract.minResponders !== null &&
          t('oncall.now.responders', { count: contract.minResponders }),
        contract.minLevels !== null &&
          t('oncall.now.wantedLevels', { count: contract.minLevels }),
      ].filter(Boolean)
    : [];
  const wanted = () => {
    if (wishes.length > 0) {
      const wants = wishes.join(', ');
      return t('oncall.now.wants', { tier: tier.name, wants });
    }
    return tier.id === 'untiered'
      ? t('oncall.now.noTier')
      : t('oncall.now.wantsNothing', { tier: tier.name });
  };
  return (
    <Typography variant="body2">
      {wanted()}
      {cover.responders > 0 && (
        <> {t('oncall.now.share', { count: cover.responders })}</>
      )}
    </Typography>
  );
}
