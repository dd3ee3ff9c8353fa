import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import FlagIcon from '@material-ui/icons/FlagOutlined';
import FilterIcon from '@material-ui/icons/FilterList';
import {
  campaignStateSchema,
  type ListCampaignsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ListAddress } from '../../../../hooks/useListAddress';
import { useTranslation } from '../../../../hooks/useTranslation';
import type { CampaignListParams } from '../../../../utils/campaigns/campaignParams';
import { StateMessage } from '../../../async';
import { CountFilter, ListPager } from '../../../common';
import { CampaignLine } from './CampaignLine';

const useStyles = makeStyles(theme => ({
  filter: { padding: theme.spacing(0, 1) },
  list: { margin: 0, padding: theme.spacing(0, 2), listStyle: 'none' },
  partial: { margin: 0 },
}));

/** One page of campaigns, with how many there are in each state. */
export function CampaignsShown(props: {
  page: ListCampaignsResponse;
  refreshing: boolean;
  address: ListAddress<CampaignListParams>;
}) {
  const { page, refreshing, address } = props;
  const { params, change } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  const states = campaignStateSchema.options;
  const all = states.reduce((sum, state) => sum + page.counts[state], 0);
  if (all === 0) {
    return (
      <StateMessage icon={<FlagIcon />} title={t('campaigns.none')}>
        {t('campaigns.noneText')}
      </StateMessage>
    );
  }
  return (
    <>
      <div className={classes.filter}>
        <CountFilter
          label={t('campaigns.states')}
          help={t('campaigns.states')}
          values={states}
          counts={page.counts}
          chosen={params.state}
          onChange={state => change({ state })}
          mark={state => t(`campaigns.state.${state}`)}
        />
      </div>
      {page.items.some(({ partial }) => partial) && (
        <p className={classes.partial}>{t('campaigns.numbers.partial')}</p>
      )}
      {page.items.length === 0 ? (
        <StateMessage
          icon={<FilterIcon />}
          title={t('campaigns.noMatch')}
          action={
            <Button
              size="small"
              variant="outlined"
              onClick={() => change({ state: [] })}
            >
              {t('campaigns.clear')}
            </Button>
          }
        />
      ) : (
        <Paper variant="outlined" aria-busy={refreshing}>
          <ul className={classes.list} aria-label={t('campaigns.list')}>
            {page.items.map(campaign => (
              <CampaignLine key={campaign.id} campaign={campaign} />
            ))}
          </ul>
          <ListPager page={page} address={address} />
        </Paper>
      )}
    </>
  );
}
