import { Link } from '@backstage/core-components';
import { usePermission } from '@backstage/plugin-permission-react';
import { makeStyles } from '@material-ui/core/styles';
import { reliabilityCampaignManagePermission } from '@plimsoll/backstage-plugin-reliability-common';
import { useCampaignLinks } from '../../../../hooks/campaigns/useCampaignLinks';
import { useListAddress } from '../../../../hooks/useListAddress';
import { useRoute } from '../../../../hooks/useRoute';
import { useTranslation } from '../../../../hooks/useTranslation';
import { campaignServicesFormat } from '../../../../utils/campaigns/campaignParams';
import { Async } from '../../../async';
import { CampaignHead } from './CampaignHead';
import { EnforcementSection } from './EnforcementSection';
import { EventsSection } from './EventsSection';
import { ProgressSection } from './ProgressSection';
import { ServicesSection } from './ServicesSection';
import { TeamsSection } from './TeamsSection';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
}));

/** One campaign: the goal, how far it is, by team, what is left, and what comes after it. */
export function CampaignPage({ id }: { id: string }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useCampaignLinks();
  const address = useListAddress(campaignServicesFormat);
  const state = useRoute('getCampaign', { id }, id);
  const { allowed } = usePermission({
    permission: reliabilityCampaignManagePermission,
  });
  return (
    <div className={classes.root}>
      <div>
        <Link to={links.all}>{t('campaigns.back')}</Link>
      </div>
      <Async state={state}>
        {campaign => (
          <>
            <CampaignHead
              campaign={campaign}
              canManage={allowed}
              onChanged={written =>
                state.kind === 'ready' && state.replace(written)
              }
            />
            <ProgressSection campaign={campaign} />
            {allowed && campaign.state === 'ended' && (
              <EnforcementSection campaign={campaign} />
            )}
            <TeamsSection
              campaign={campaign}
              onChoose={owner => address.change({ owner: [owner] })}
            />
            <ServicesSection campaign={campaign} address={address} />
            <EventsSection events={campaign.events} />
          </>
        )}
      </Async>
    </div>
  );
}
