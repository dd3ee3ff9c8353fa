import {
  CampaignTeamTotals,
  campaignTeams,
  CampaignTotals,
  campaignTotals,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ServiceStanding } from './Standings';

/** What a list of standings comes to, added up once for as long as it stands. */
function once<T>(make: (services: readonly ServiceStanding[]) => T) {
  const known = new WeakMap<readonly ServiceStanding[], T>();
  return (services: readonly ServiceStanding[]): T => {
    const found = known.get(services) ?? make(services);
    known.set(services, found);
    return found;
  };
}

/** Services by their standing. */
export const totalsOf: (
  services: readonly ServiceStanding[],
) => CampaignTotals = once(services =>
  campaignTotals(services.map(({ standing }) => standing)),
);

/** The same by owner, in the order in which teams are shown. */
export const teamsOf: (
  services: readonly ServiceStanding[],
) => readonly CampaignTeamTotals[] = once(services =>
  campaignTeams(
    services.map(({ report, standing }) => ({
      owner: report.owner || null,
      standing,
    })),
  ),
);
