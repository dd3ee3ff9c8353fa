import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityPath } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { rootRouteRef } from '../../../../routes';

/** The way to the page for whoever takes the service over. */
export function HandoverLink({ entityRef }: { entityRef: string }) {
  const { t } = useTranslation();
  const base = useRouteRef(rootRouteRef)();
  return (
    <Link to={`${base}/programme/handover/${entityPath(entityRef)}`}>
      {t('reports.handover.open')}
    </Link>
  );
}
