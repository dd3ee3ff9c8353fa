import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  campaignServiceStateSchema,
  type CampaignResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ListAddress } from '../../../../hooks/useListAddress';
import { useRoute } from '../../../../hooks/useRoute';
import { useTranslation } from '../../../../hooks/useTranslation';
import {
  campaignQueryOf,
  type CampaignServicesParams,
} from '../../../../utils/campaigns/campaignParams';
import { Async, StateMessage } from '../../../async';
import {
  CountFilter,
  ExportButton,
  ListPager,
  SmallButton,
} from '../../../common';
import { Section } from '../../Section';
import { ServiceStateMark } from '../common/ServiceStateMark';
import { ServicesTable } from './ServicesTable';

const useStyles = makeStyles(theme => ({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(0, 1),
    marginBottom: theme.spacing(1),
  },
}));

/** The services of a campaign with what is left for each; filters and page live in the address. */
export function ServicesSection(props: {
  campaign: CampaignResponse;
  address: ListAddress<CampaignServicesParams>;
}) {
  const { campaign, address } = props;
  const { id, version, frozen } = campaign;
  const { params, change } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  const { cursor: _, limit: __, ...filter } = campaignQueryOf(params);
  const input = { id, query: campaignQueryOf(params) };
  const state = useRoute('listCampaignServices', input, String(version));
  const clear = () => change({ state: [], owner: [] });
  return (
    <Section
      title={t('campaigns.services.title')}
      actions={
        <ExportButton
          route="listCampaignServices"
          input={{ id, query: filter }}
          name={t('campaigns.services.file')}
        />
      }
    >
      {frozen && (
        <Typography variant="body2">{t('campaigns.services.now')}</Typography>
      )}
      <Async state={state} dense>
        {(page, refreshing) => (
          <div aria-busy={refreshing}>
            <div className={classes.filters}>
              <CountFilter
                label={t('campaigns.services.filter')}
                help={t('campaigns.services.filterHelp')}
                values={campaignServiceStateSchema.options}
                counts={page.counts}
                chosen={params.state}
                onChange={chosen => change({ state: chosen })}
                mark={each => <ServiceStateMark state={each} />}
              />
              {params.owner.map(owner => (
                <SmallButton
                  key={owner}
                  onClick={() =>
                    change({ owner: params.owner.filter(one => one !== owner) })
                  }
                >
                  {owner === 'none' ? (
                    t('campaigns.teams.noOwner')
                  ) : (
                    <EntityDisplayName
                      entityRef={owner}
                      hideIcon
                      disableTooltip
                    />
                  )}{' '}
                  ×
                </SmallButton>
              ))}
            </div>
            {page.items.length === 0 ? (
              <StateMessage
                dense
                title={t('campaigns.services.none')}
                action={
                  params.state.length + params.owner.length > 0 && (
                    <Button size="small" variant="outlined" onClick={clear}>
                      {t('campaigns.services.clear')}
                    </Button>
                  )
                }
              >
                {t('campaigns.services.noneText')}
              </StateMessage>
            ) : (
              <>
                <ServicesTable services={page.items} />
                <ListPager page={page} address={address} />
              </>
            )}
          </div>
        )}
      </Async>
    </Section>
  );
}
