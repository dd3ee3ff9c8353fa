import { Link } from '@backstage/core-components';
import { useSloCheck } from '../../../hooks/slo/useSloCheck';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  sloServiceFilterOf,
  type SloParams,
} from '../../../utils/slo/sloParams';

/** How many services have no SLO, and the way to them where a scorecard asks for one. */
export function WithoutSlo(props: { count: number; params: SloParams }) {
  const { count, params } = props;
  const { t } = useTranslation();
  const links = useLinks();
  const check = useSloCheck();
  const filter = check && {
    ...sloServiceFilterOf(params),
    scorecard: check.scorecard,
    check: check.check,
  };
  if (count === 0) return <>{t('slos.summary.all')}</>;
  return (
    <>
      {t('slos.summary.without', { count })}
      {check && filter && (
        <>
          {' '}
          <Link to={links.ranking(filter)} underline="always">
            {t('slos.summary.check', { title: check.title })}
          </Link>{' '}
          <Link
            to={links.ranking({ ...filter, outcome: 'unknown' })}
            underline="always"
          >
            {t('slos.summary.unknown')}
          </Link>
        </>
      )}
    </>
  );
}
