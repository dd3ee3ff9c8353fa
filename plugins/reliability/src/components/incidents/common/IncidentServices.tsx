import { Link } from '@backstage/core-components';
import type { IncidentItem } from '@plimsoll/backstage-plugin-reliability-common';
import { Fragment } from 'react';
import { useIncidentsLink } from '../../../hooks/incidents/useIncidentsLink';
import { useTranslation } from '../../../hooks/useTranslation';

const SHOWN = 3;

/** The services that an incident concerns, as links to their incidents. */
export function IncidentServices(props: {
  services: IncidentItem['services'];
}) {
  const { services } = props;
  const { t } = useTranslation();
  const incidentsLink = useIncidentsLink();
  if (services.length === 0) return null;
  const hidden = services.length - SHOWN;
  return (
    <div>
      {services.slice(0, SHOWN).map(({ entityRef, title, tier }, index) => (
        <Fragment key={entityRef}>
          {index > 0 && ', '}
          <Link to={incidentsLink(entityRef)} title={tier.name}>
            {title}
          </Link>
        </Fragment>
      ))}
      {hidden > 0 && <> {t('incident.list.more', { count: hidden })}</>}
    </div>
  );
}
