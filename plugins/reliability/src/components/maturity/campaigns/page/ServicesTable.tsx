import { Link } from '@backstage/core-components';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { CampaignService } from '@plimsoll/backstage-plugin-reliability-common';
import { useServiceLink } from '../../../../hooks/useServiceLink';
import { useTranslation } from '../../../../hooks/useTranslation';
import { TierChip } from '../../../common';
import { plainTable } from '../../plainTable';
import { ScrollRegion } from '../../ScrollRegion';
import { LeftToDo } from '../common/LeftToDo';
import { ServiceStateMark } from '../common/ServiceStateMark';

const useStyles = makeStyles(theme => ({
  table: plainTable(theme),
}));

const columns = ['service', 'tier', 'owner', 'state', 'left'] as const;

/** One page of the services of a campaign. */
export function ServicesTable({
  services,
}: {
  services: readonly CampaignService[];
}) {
  const classes = useStyles();
  const { t } = useTranslation();
  const serviceLink = useServiceLink();
  const caption = t('campaigns.services.title');
  return (
    <ScrollRegion label={caption}>
      <table className={classes.table} aria-label={caption}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {t(`campaigns.services.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {services.map(({ entityRef, title, tier, owner, state, left }) => (
            <tr key={entityRef}>
              <th scope="row">
                <Link to={serviceLink(entityRef)}>{title}</Link>
              </th>
              <td>
                <TierChip tier={tier} />
              </td>
              <td>
                {owner && <EntityDisplayName entityRef={owner} hideIcon />}
              </td>
              <td>
                <ServiceStateMark state={state} />
              </td>
              <td>
                <LeftToDo entityRef={entityRef} left={left} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
