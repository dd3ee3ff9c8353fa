import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  campaignEnforcementRequestSchema,
  CampaignEnforcementResponse,
  enforcementAt,
  enforcementYaml,
  levelWhenCounted,
  reliabilityCampaignManagePermission,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { dayOf } from '../../database/dates';
import { findScorecard } from '../findScorecard';
import { levelRef } from '../present';
import { ProgrammeOptions } from '../programmeOptions';
import { RankedReport } from '../rankingFilter';
import { StoredItem } from '../reportRow';
import { CampaignReader } from './CampaignReader';
import { outcomesOf } from './Standings';

type Command = z.output<typeof campaignEnforcementRequestSchema>;

const EXAMPLES = 20;

/** What it means that the checks of a campaign count, which did not until now. */
export class CampaignEnforcementService {
  constructor(
    private readonly options: ProgrammeOptions & {
      readonly campaignReader: CampaignReader;
    },
  ) {}

  /** @throws NotFoundError when there is no such campaign, or its scorecard is gone */
  async preview(
    id: string,
    { from }: Command,
    credentials: BackstageCredentials,
  ): Promise<CampaignEnforcementResponse> {
    const { config, access, campaignReader, ranking, now } = this.options;
    await access.require(reliabilityCampaignManagePermission, credentials);
    const campaign = await campaignReader.require(id);
    const at = now();
    if (from < dayOf(at)) {
      throw new InputError('from: expected today or a later day');
    }
    const scorecard = findScorecard(config.scorecards, campaign.scorecard);
    const { definition, hash } = scorecard;
    const added = scorecard.checks.filter(
      check =>
        campaign.checks.includes(check.definition.id) &&
        enforcementAt(check, at) !== 'enforced',
    );
    const ids = new Set(added.map(check => check.definition.id));
    const reports = await ranking.matching(
      { scorecard: definition.id },
      credentials,
    );
    const current = reports.filter(report => report.scorecardHash === hash);
    const indexOf = ({ levelId }: RankedReport) =>
      definition.levels.findIndex(level => level.id === levelId);
    const losing = current.flatMap(report => {
      const before = indexOf(report);
      if (before < 0 || ids.size === 0) return [];
      const outcomes = outcomesOf(report, scorecard);
      const after = levelWhenCounted(scorecard, outcomes, ids, at);
      return after < before ? [{ report, before, after }] : [];
    });
    return {
      from,
      checks: added.map(check => ({
        id: check.definition.id,
        title: check.definition.title,
      })),
      yaml:
        added.length === 0
          ? ''
          : enforcementYaml(
              definition.id,
              added.map(check => check.definition),
              from,
            ),
      services: reports.length,
      outdated: reports.length - current.length,
      losing: losing.length,
      examples: losing.slice(0, EXAMPLES).map(({ report, before, after }) => {
        const { title }: StoredItem = JSON.parse(report.item);
        return {
          entityRef: report.entityRef,
          title,
          owner: report.owner || null,
          from: levelRef(scorecard, before),
          to: levelRef(scorecard, after),
        };
      }),
    };
  }
}
