import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type {
  CampaignResponse,
  CampaignTeam,
  CampaignTeamsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { useMorePages } from '../../../../hooks/useMorePages';
import { useCall } from '../../../../hooks/useCall';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Async } from '../../../async';
import { ExportButton, SmallButton } from '../../../common';
import { ShowMore } from '../../../incidents/parts';
import { plainTable } from '../../plainTable';
import { ScrollRegion } from '../../ScrollRegion';
import { Section } from '../../Section';
import { CampaignBar } from '../common/CampaignBar';

const useStyles = makeStyles(theme => ({
  table: { ...plainTable(theme), minWidth: 420, maxWidth: 920 },
}));

const PAGE = 20;
const NO_OWNER = 'none';

/** How far each team is, those with most left first; a team chooses its services below. */
export function TeamsSection(props: {
  campaign: CampaignResponse;
  onChoose: (owner: string) => void;
}) {
  const { campaign, onChoose } = props;
  const { id, version } = campaign;
  const classes = useStyles();
  const { t } = useTranslation();
  const call = useCall();
  const load = useCallback(
    (cursor: string | undefined, signal?: AbortSignal) =>
      call(
        'listCampaignTeams',
        { id, query: { limit: PAGE, ...(cursor && { cursor }) } },
        { signal },
      ),
    [call, id],
  );
  const teams = useMorePages<CampaignTeam, CampaignTeamsResponse>(
    load,
    String(version),
  );
  const title = t('campaigns.teams.title');
  return (
    <Section
      title={title}
      actions={
        <ExportButton
          route="listCampaignTeams"
          input={{ id }}
          name="campaign-teams"
        />
      }
    >
      <Async state={teams.first} dense>
        {() =>
          teams.items.length === 0 ? (
            <>{t('campaigns.teams.none')}</>
          ) : (
            <ScrollRegion label={title}>
              <table className={classes.table} aria-label={title}>
                <thead>
                  <tr>
                    <th scope="col">{t('campaigns.teams.team')}</th>
                    <th scope="col">{t('campaigns.teams.progress')}</th>
                  </tr>
                </thead>
                <tbody>
                  {teams.items.map(({ owner, ...totals }) => (
                    <tr key={owner ?? NO_OWNER}>
                      <th scope="row">
                        <SmallButton
                          quiet
                          onClick={() => onChoose(owner ?? NO_OWNER)}
                        >
                          {owner ? (
                            <EntityDisplayName entityRef={owner} hideIcon />
                          ) : (
                            t('campaigns.teams.noOwner')
                          )}
                        </SmallButton>
                      </th>
                      <td>
                        <CampaignBar totals={totals} small />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
          )
        }
      </Async>
      <ShowMore
        hasMore={teams.hasMore}
        state={teams.moreState}
        onMore={teams.loadMore}
      />
    </Section>
  );
}
