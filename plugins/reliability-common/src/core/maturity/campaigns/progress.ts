import type { ItemState } from '../../readiness';
import type { Outcome } from '../assess';

/** Where one service stands in a campaign; `not-applicable`: nothing of it applies, so it leaves the total. @public */
export type CampaignStanding =
  | 'open'
  | 'unknown'
  | 'exempt'
  | 'done'
  | 'not-applicable';

/** Numbers of services. `total` = `done` + `open` + `exempt` + `unknown`. @public */
export interface CampaignTotals {
  readonly total: number;
  readonly done: number;
  readonly open: number;
  readonly exempt: number;
  readonly unknown: number;
}

/** What one owner's services come to; null: they have no owner. @public */
export interface CampaignTeamTotals extends CampaignTotals {
  readonly owner: string | null;
}

const itemOutcomes: Record<ItemState, Outcome> = {
  met: 'pass',
  'not-met': 'fail',
  unanswered: 'fail',
  expired: 'fail',
  contested: 'fail',
  'not-applicable': 'not-applicable',
};

/**
 * What an item of a checklist comes to as a demand: nobody's answer is work to be done, not missing data.
 *
 * @public
 */
export const itemOutcome = (state: ItemState): Outcome => itemOutcomes[state];

/**
 * Where a service stands, by what each demand of the campaign came to for it. One that fails makes it open, whatever
 * the others are; what is unknown is never done; what is exempt is apart from done.
 *
 * @public
 */
export function campaignStanding(
  outcomes: readonly Outcome[],
): CampaignStanding {
  const has = (outcome: Outcome) => outcomes.includes(outcome);
  if (has('fail')) return 'open';
  if (has('unknown')) return 'unknown';
  if (has('exempt')) return 'exempt';
  return has('pass') ? 'done' : 'not-applicable';
}

/** Adds standings up; those to which nothing applies are left out. @public */
export function campaignTotals(
  standings: readonly CampaignStanding[],
): CampaignTotals {
  const totals = { total: 0, done: 0, open: 0, exempt: 0, unknown: 0 };
  for (const standing of standings) {
    if (standing !== 'not-applicable') {
      totals[standing] += 1;
      totals.total += 1;
    }
  }
  return totals;
}

/** Services that still have to do something, or of which nobody knows whether they do. @public */
export const campaignLeft = ({
  total,
  done,
  exempt,
}: Pick<CampaignTotals, 'total' | 'done' | 'exempt'>): number =>
  total - done - exempt;

/** Owners with most left first, then by name; those without an owner last among equals. @public */
export function compareCampaignTeams(
  a: CampaignTeamTotals,
  b: CampaignTeamTotals,
): number {
  const name = ({ owner }: CampaignTeamTotals) => owner ?? '\uffff';
  return campaignLeft(b) - campaignLeft(a) || (name(a) < name(b) ? -1 : 1);
}

/**
 * The same by owner, in the order of {@link compareCampaignTeams}. Owners to whose services nothing applies are left
 * out.
 *
 * @public
 */
export function campaignTeams(
  services: readonly {
    readonly owner: string | null;
    readonly standing: CampaignStanding;
  }[],
): CampaignTeamTotals[] {
  const standings = new Map<string | null, CampaignStanding[]>();
  for (const { owner, standing } of services) {
    const known = standings.get(owner);
    if (known) known.push(standing);
    else standings.set(owner, [standing]);
  }
  return [...standings]
    .map(([owner, all]) => ({ owner, ...campaignTotals(all) }))
    .filter(({ total }) => total > 0)
    .sort(compareCampaignTeams);
}
