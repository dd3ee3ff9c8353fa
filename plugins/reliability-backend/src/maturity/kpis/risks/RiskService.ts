import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  createRiskRequestSchema,
  patchRiskRequestSchema,
  reliabilityRiskEditPermission,
  RiskItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { nameOf } from '../../../access/nameOf';
import { dayOf, isoTime } from '../../../database/dates';
import { refsAsked } from '../../../incidents/fieldsAsked';
import { findScorecard } from '../../findScorecard';
import { ProgrammeOptions } from '../../programmeOptions';
import { KpiScopes, SeenServices } from '../KpiScopes';
import { DerivedRisks } from './DerivedRisks';
import { presentWritten } from './presentRisk';
import {
  changedRisk,
  requireOneScope,
  requireReviewDay,
  saySame,
} from './riskChange';
import { RiskCheck, StoredRisk } from './riskRow';
import { RiskStore } from './RiskStore';
import { seenRisk, SeenRisk } from './riskVisibility';

type CreateCommand = z.output<typeof createRiskRequestSchema>;
type PatchCommand = z.output<typeof patchRiskRequestSchema>;

const noRisk = (id: string) =>
  new NotFoundError(
    `There is no risk "${id}", or the catalog does not show you its services`,
  );

const changedSince = ({ changedBy, changedAt }: StoredRisk) =>
  new ConflictError(
    `version: ${changedBy} changed the risk at ${isoTime(changedAt)}`,
  );

/** Writes risks down. */
export class RiskService {
  constructor(
    private readonly options: Pick<
      ProgrammeOptions,
      'knex' | 'config' | 'access' | 'ranking' | 'now'
    > & {
      readonly scopes: KpiScopes;
      readonly risks: RiskStore;
      readonly derived: DerivedRisks;
    },
  ) {}

  /**
   * Writes one; the same request again answers what is there.
   *
   * @throws ConflictError where another risk has the id or took the check over
   */
  async create(
    { check: asked, ...command }: CreateCommand,
    credentials: BackstageCredentials,
  ): Promise<RiskItem> {
    const { knex, access, scopes, risks, now } = this.options;
    await access.require(reliabilityRiskEditPermission, credentials);
    const seen = await scopes.seen(credentials);
    const at = now();
    const check = asked && this.checkAsked(asked, seen);
    const refs = this.servicesAsked(command.services, seen);
    const services = [
      ...new Set([...refs, ...(check ? [check.entityRef] : [])]),
    ].sort();
    const by = nameOf(credentials);
    const risk: StoredRisk = {
      ...command,
      services,
      check,
      version: 1,
      createdBy: by,
      createdAt: at,
      changedBy: by,
      changedAt: at,
    };
    requireOneScope(risk);
    requireReviewDay(risk.reviewBy, at);
    const isNew = await knex.transaction(tx => risks.add(tx, risk));
    if (isNew) return this.present(risk, seen, credentials);
    const before = await risks.get(knex, risk.id);
    if (before?.createdBy === by && saySame(before, risk)) {
      return this.present(before, seen, credentials);
    }
    if (before || !check) {
      throw new ConflictError('id: there is another risk with this id');
    }
    const other = await risks.ofCheck(knex, check);
    throw new ConflictError(
      other
        ? `check: ${other.owner} took it over at ${isoTime(other.createdAt)}`
        : 'check: somebody took it over',
    );
  }

  /** @throws ConflictError when somebody else changed it since it was read */
  async change(
    id: string,
    { version, ...patch }: PatchCommand,
    credentials: BackstageCredentials,
  ): Promise<RiskItem> {
    const { knex, access, scopes, risks, now } = this.options;
    await access.require(reliabilityRiskEditPermission, credentials);
    const seen = await scopes.seen(credentials);
    const { risk } = await this.requireSeen(id, seen);
    const at = now();
    const after = changedRisk(
      risk,
      {
        ...patch,
        services: patch.services && this.servicesAsked(patch.services, seen),
      },
      seen.seesAll ? [] : risk.services.filter(ref => !seen.services.has(ref)),
    );
    if (saySame(risk, after)) {
      return this.present(risk, seen, credentials);
    }
    if (risk.version !== version) throw changedSince(risk);
    requireOneScope(after);
    if (patch.reviewBy && patch.reviewBy !== risk.reviewBy) {
      requireReviewDay(patch.reviewBy, at);
    }
    const written: StoredRisk = {
      ...after,
      version: version + 1,
      changedBy: nameOf(credentials),
      changedAt: at,
    };
    const done = await knex.transaction(tx =>
      risks.change(tx, written, version),
    );
    if (!done) throw changedSince((await risks.get(knex, id)) ?? risk);
    return this.present(written, seen, credentials);
  }

  private async requireSeen(id: string, seen: SeenServices): Promise<SeenRisk> {
    const { knex, risks } = this.options;
    if (id.includes('\0')) throw noRisk('');
    const risk = await risks.get(knex, id);
    const found = risk && seenRisk(risk, seen.services, seen.seesAll);
    if (!found) throw noRisk(id);
    return found;
  }

  private servicesAsked(
    written: readonly string[],
    { services }: SeenServices,
  ): string[] {
    return refsAsked('services', written).map((ref, index) => {
      if (services.has(ref)) return ref;
      throw new NotFoundError(
        `services[${index}]: ${ref} is not a service, or the catalog does not show it to you`,
      );
    });
  }

  private checkAsked(asked: RiskCheck, seen: SeenServices): RiskCheck {
    const { definition } = findScorecard(
      this.options.config.scorecards,
      asked.scorecard,
    );
    if (!definition.checks.some(({ id }) => id === asked.check)) {
      throw new InputError(
        `check.check: there is no check "${asked.check}" in the scorecard`,
      );
    }
    const [entityRef] = this.servicesAsked([asked.entityRef], seen);
    return { ...asked, entityRef };
  }

  private async present(
    risk: StoredRisk,
    { services, seesAll }: SeenServices,
    credentials: BackstageCredentials,
  ): Promise<RiskItem> {
    const { config, now } = this.options;
    // Who wrote it sees it, also when it concerns nothing that they see any more.
    const seen = seenRisk(risk, services, seesAll) ?? {
      risk,
      services: [],
      seesCheck: false,
    };
    const derived = risk.check && (await this.failing(risk.check, credentials));
    return presentWritten(seen, derived ?? undefined, {
      ...config,
      today: dayOf(now()),
    });
  }

  private async failing(check: RiskCheck, credentials: BackstageCredentials) {
    const { config, ranking, derived } = this.options;
    const scorecard = config.scorecards.find(
      ({ definition }) => definition.id === check.scorecard,
    );
    if (!scorecard) return undefined;
    const reports = await ranking.matching(
      { scorecard: check.scorecard },
      credentials,
    );
    const own = reports.filter(each => each.entityRef === check.entityRef);
    const { checks } = scorecard.definition;
    return (await derived.of(scorecard, own)).find(
      ({ index }) => checks[index].id === check.check,
    );
  }
}
