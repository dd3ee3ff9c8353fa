import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { RiskItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useServiceLink } from '../../../../hooks/useServiceLink';
import { useTranslation } from '../../../../hooks/useTranslation';

/** Whom a risk concerns. */
export function RiskConcern({ risk }: { risk: RiskItem }) {
  const { services, scope } = risk;
  const { t } = useTranslation();
  const linkOf = useServiceLink();
  if (services.length > 0) {
    return (
      <>
        {services.map(({ entityRef, title }) => (
          <Link key={entityRef} to={linkOf(entityRef)}>
            {title}
          </Link>
        ))}
      </>
    );
  }
  const name = (ref: string) => (
    <EntityRefLink entityRef={ref} hideIcon disableTooltip />
  );
  if (scope.owner) {
    return <span>{t('kpis.risks.ofOwner', { owner: name(scope.owner) })}</span>;
  }
  return (
    <span>
      {scope.system
        ? t('kpis.risks.ofSystem', { system: name(scope.system) })
        : t('kpis.risks.ofCompany')}
    </span>
  );
}
