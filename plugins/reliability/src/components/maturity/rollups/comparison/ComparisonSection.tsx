import Typography from '@material-ui/core/Typography';
import { useComparison } from '../../../../hooks/rollups/useMoreOf';
import type { RollupAddress } from '../../../../hooks/rollups/useRollupParams';
import { useTranslation } from '../../../../hooks/useTranslation';
import { points } from '../../../../utils/points';
import { Async } from '../../../async';
import { ShowMore } from '../../../incidents/parts';
import { Section } from '../../Section';
import { ComparisonChoices } from './ComparisonChoices';
import { RankedGroups } from './RankedGroups';
import { UnrankedGroups } from './UnrankedGroups';

/** Groups over like services: those that have a place, and the others with the reason. */
export function ComparisonSection({ address }: { address: RollupAddress }) {
  const { params } = address;
  const { scorecard, system, domain, compare: by } = params;
  const { t } = useTranslation();
  const { first, items, hasMore, moreState, loadMore } = useComparison({
    by,
    ...(scorecard && { scorecard }),
    ...(system.length > 0 && { system: [...system] }),
    ...(domain.length > 0 && { domain: [...domain] }),
    ...(params.compareTier && { tier: params.compareTier }),
    ...(params.compareType !== undefined && { type: params.compareType }),
  });
  const ranked = items.filter(({ place }) => place !== null);
  const words = (key: 'noneRanked' | 'none') => (
    <Typography variant="body2">{t(`rollups.comparison.${key}`)}</Typography>
  );
  return (
    <Section title={t('rollups.comparison.title')}>
      <Async state={first}>
        {comparison => (
          <>
            <Typography variant="body2">
              {t('rollups.comparison.text', {
                services: String(comparison.minServices),
                coverage: String(points(comparison.minCoverage)),
              })}
            </Typography>
            <ComparisonChoices comparison={comparison} address={address} />
            {comparison.totalItems === 0 && words('none')}
            {comparison.totalItems > 0 &&
              comparison.ranked === 0 &&
              words('noneRanked')}
            {ranked.length > 0 && <RankedGroups by={by} groups={ranked} />}
            <UnrankedGroups
              by={by}
              groups={items.filter(({ place }) => place === null)}
            />
            <ShowMore hasMore={hasMore} state={moreState} onMore={loadMore} />
          </>
        )}
      </Async>
    </Section>
  );
}
