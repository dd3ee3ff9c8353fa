import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { reliabilityCampaignManagePermission } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useCampaignLinks } from '../../../../hooks/campaigns/useCampaignLinks';
import { useListAddress } from '../../../../hooks/useListAddress';
import { useRoute } from '../../../../hooks/useRoute';
import { useTranslation } from '../../../../hooks/useTranslation';
import {
  campaignListFormat,
  campaignQueryOf,
} from '../../../../utils/campaigns/campaignParams';
import { Async } from '../../../async';
import { CampaignDialog } from '../form/CampaignDialog';
import { filledForm } from '../form/campaignForm';
import { CampaignsShown } from './CampaignsShown';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 3),
  },
  intro: { maxWidth: '80ch', flex: '1 1 320px' },
}));

/** All campaigns; their states and the page live in the address, as does a form that a link opens. */
export function CampaignList() {
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useCampaignLinks();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [making, setMaking] = useState(search.get('new') === 'true');
  const address = useListAddress(campaignListFormat);
  const query = campaignQueryOf(address.params);
  const state = useRoute('listCampaigns', { query });
  const { allowed } = usePermission({
    permission: reliabilityCampaignManagePermission,
  });
  const close = () => {
    setMaking(false);
    if (search.has('new')) setSearch({}, { replace: true });
  };
  return (
    <div className={classes.root}>
      <div className={classes.head}>
        <Typography variant="body2" className={classes.intro}>
          {t('campaigns.intro')}
        </Typography>
        {allowed && (
          <Button
            variant="contained"
            color="primary"
            onClick={() => setMaking(true)}
          >
            {t('campaigns.make')}
          </Button>
        )}
      </div>
      <Async state={state}>
        {(page, refreshing) => (
          <CampaignsShown
            page={page}
            refreshing={refreshing}
            address={address}
          />
        )}
      </Async>
      {making && allowed && (
        <CampaignDialog
          initial={filledForm(search)}
          onWritten={({ id }) => navigate(links.one(id))}
          onClose={close}
        />
      )}
    </div>
  );
}
