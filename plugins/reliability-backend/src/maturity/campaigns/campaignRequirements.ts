import {
  CampaignRequirement,
  enforcementAt,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ReliabilityConfig } from '../../config/config';
import { ItemDoubts } from '../ItemDoubts';
import { StoredScope } from './campaignRow';

/** What a campaign asks for, in the words of the rules in force: the checks, then the items. */
export function campaignRequirements(
  { scorecard: scorecardId, checks, items }: StoredScope,
  context: {
    readonly config: ReliabilityConfig;
    readonly itemDoubts: ItemDoubts;
    readonly now: number;
  },
): CampaignRequirement[] {
  const scorecard = context.config.scorecards.find(
    ({ definition }) => definition.id === scorecardId,
  );
  const levels = scorecard?.definition.levels;
  return [
    ...checks.map((id): CampaignRequirement => {
      const check = scorecard?.checks.find(each => each.definition.id === id);
      return {
        kind: 'check',
        id,
        title: check?.definition.title ?? id,
        level: (check && levels?.[check.levelIndex]?.name) ?? '',
        enforcement: check ? enforcementAt(check, context.now) : null,
      };
    }),
    ...items.map(({ checklistId, itemId }): CampaignRequirement => {
      const known = context.itemDoubts.find({ checklistId, itemId });
      return {
        kind: 'item',
        checklistId,
        id: itemId,
        title: known?.item.definition.title ?? itemId,
        checklist: known?.checklist.definition.title ?? checklistId,
        known: known !== undefined,
      };
    }),
  ];
}
