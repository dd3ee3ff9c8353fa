import {
  exemptionEnd,
  fingerprint,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ReliabilityConfig } from '../../config/config';
import { Db } from '../../database/sql';
import { Stores } from '../../database/stores';
import { ExemptionFilter } from './exemptionFilter';
import { ExemptionKey, ExemptionRecord } from './exemptionRow';

const among = (values: readonly string[] | undefined, value: string) =>
  !values || values.includes(value);

/** Exemptions that the configuration grants, as the portal shows them; nobody can decide on them here. */
export class ConfiguredExemptions {
  private readonly all: readonly ExemptionRecord[];

  constructor(
    private readonly options: {
      readonly config: Pick<ReliabilityConfig, 'exemptions'>;
      readonly stores: Pick<Stores, 'services'>;
    },
  ) {
    this.all = options.config.exemptions.map(exemption => ({
      id: `configuration-${fingerprint(exemption)}`,
      scorecardId: exemption.scorecard,
      checkId: exemption.check,
      entityRef: exemption.entityRef,
      reason: exemption.reason,
      until: exemption.until,
      endsAt: exemptionEnd(exemption),
      state: 'approved',
      decidedBy: exemption.approvedBy,
      note: '',
      renewals: 0,
      version: 0,
    }));
  }

  get(id: string): ExemptionRecord | undefined {
    return this.all.find(exemption => exemption.id === id);
  }

  /** The one for a check of a service that is in force. */
  inForce(
    { scorecardId, checkId, entityRef }: ExemptionKey,
    now: number,
  ): ExemptionRecord | undefined {
    return this.all.find(
      each =>
        each.endsAt > now &&
        each.scorecardId === scorecardId &&
        each.checkId === checkId &&
        each.entityRef === entityRef,
    );
  }

  /** Those of current services that match, with the owners of these. */
  async matching(
    db: Db,
    filter: ExemptionFilter,
  ): Promise<{ exemption: ExemptionRecord; owner?: string }[]> {
    const { visible, service, owner, scorecard, check } = filter;
    const seen = visible && new Set(visible);
    const found = this.all.filter(
      each =>
        among(service, each.entityRef) &&
        (!seen || seen.has(each.entityRef)) &&
        (scorecard === undefined || each.scorecardId === scorecard) &&
        (check === undefined || each.checkId === check),
    );
    const briefs = await this.options.stores.services.briefs(db, [
      ...new Set(found.map(({ entityRef }) => entityRef)),
    ]);
    return found.flatMap(exemption => {
      const brief = briefs.get(exemption.entityRef);
      if (!brief || (owner && !owner.includes(brief.owner ?? ''))) return [];
      return [{ exemption, owner: brief.owner }];
    });
  }
}
