import { Link } from '@backstage/core-components';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { CampaignEnforcementResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useServiceLink } from '../../../../hooks/useServiceLink';
import { useTranslation } from '../../../../hooks/useTranslation';
import { CodeBlock } from '../../../slo/common';
import { plainTable } from '../../plainTable';
import { ScrollRegion } from '../../ScrollRegion';

const useStyles = makeStyles(theme => ({
  table: { ...plainTable(theme), minWidth: 480, maxWidth: 920 },
  losing: { fontWeight: 600 },
}));

/** Who would lose a level if the checks counted, and the text for the configuration. */
export function EnforcementResult({
  found,
}: {
  found: CampaignEnforcementResponse;
}) {
  const { losing, services, outdated, examples, yaml } = found;
  const classes = useStyles();
  const { t } = useTranslation();
  const serviceLink = useServiceLink();
  const caption = t('campaigns.enforcement.examples');
  return (
    <>
      <div role="status">
        <span className={classes.losing}>
          {t('campaigns.enforcement.losing', {
            count: losing,
            services: String(services),
          })}
        </span>{' '}
        {outdated > 0 &&
          t('campaigns.enforcement.outdated', { count: outdated })}
      </div>
      {examples.length > 0 && (
        <ScrollRegion label={caption} maxHeight={280}>
          <table className={classes.table} aria-label={caption}>
            <thead>
              <tr>
                {(['service', 'owner', 'before', 'after'] as const).map(
                  column => (
                    <th key={column} scope="col">
                      {t(`campaigns.enforcement.${column}`)}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {examples.map(({ entityRef, title, owner, from, to }) => (
                <tr key={entityRef}>
                  <th scope="row">
                    <Link to={serviceLink(entityRef)}>{title}</Link>
                  </th>
                  <td>
                    {owner && <EntityDisplayName entityRef={owner} hideIcon />}
                  </td>
                  <td>{from.name}</td>
                  <td>{to.name}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {yaml && (
        <CodeBlock label={t('campaigns.enforcement.yaml')} text={yaml} />
      )}
    </>
  );
}
