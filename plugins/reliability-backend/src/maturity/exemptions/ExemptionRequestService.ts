import { randomUUID } from 'node:crypto';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  CompiledScorecard,
  exemptionEnd,
  ExemptionItem,
  reliabilityExemptionRequestPermission,
  requestExemptionSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { Access } from '../../access/Access';
import { nameOf } from '../../access/nameOf';
import { ServiceRecord } from '../../catalog/ServiceStore';
import { ReliabilityConfig } from '../../config/config';
import { Stores } from '../../database/stores';
import { MaturityService } from '../MaturityService';
import { decodeExplanation } from '../reportCodec';
import { versionOf } from '../ScorecardVersionStore';
import { ConfiguredExemptions } from './ConfiguredExemptions';
import { ExemptionPresenter } from './ExemptionPresenter';
import { StoredExemption } from './exemptionRow';
import {
  ExemptionAsked,
  isSameRequest,
  requireCheck,
  requireEnd,
  requireRenewable,
  requireRoom,
} from './requestRules';

type RequestCommand = z.output<typeof requestExemptionSchema>;

/** Asks for exemptions. */
export class ExemptionRequestService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly access: Access;
      readonly maturity: MaturityService;
      readonly configured: ConfiguredExemptions;
      readonly presenter: ExemptionPresenter;
      readonly now: () => number;
    },
  ) {}

  /** Asks for an exemption; whoever asks for the same again is answered the one that is there. */
  async request(
    { entityRef: ref, scorecard, check, ...rest }: RequestCommand,
    credentials: BackstageCredentials,
  ): Promise<ExemptionItem> {
    const { knex, stores, config, access, maturity, presenter, now } =
      this.options;
    const entityRef = ref.toLocaleLowerCase('en-US');
    const asked = {
      ...rest,
      entityRef,
      scorecardId: scorecard,
      checkId: check,
    };
    await maturity.requireVisible(entityRef, credentials);
    await access.requireOn(
      reliabilityExemptionRequestPermission,
      credentials,
      entityRef,
    );
    const compiled = requireCheck(config.scorecards, asked);
    requireEnd(asked.until, now(), config);
    const by = nameOf(credentials);
    const exemption = await knex.transaction(async tx => {
      // The lock comes first: of two requests at once, the second has to see the first.
      const [service] = await stores.services.lock(tx, [entityRef]);
      if (!service) throw new NotFoundError(`${entityRef} is gone`);
      await this.requireApplies(tx, service, compiled, asked);
      return this.insert(tx, asked, { by, at: now() });
    });
    const [item] = await presenter.items([exemption], credentials);
    return item;
  }

  /** @throws InputError when the scorecard, or the check by its rule, does not apply to the service */
  private async requireApplies(
    tx: Knex.Transaction,
    { entityRef, scorecards }: ServiceRecord,
    scorecard: CompiledScorecard,
    { checkId }: ExemptionAsked,
  ): Promise<void> {
    const { stores } = this.options;
    const { id, title } = scorecard.definition;
    if (!scorecards.includes(id)) {
      throw new InputError(
        `scorecard: ${title} does not apply to ${entityRef}`,
      );
    }
    const [report] = await stores.reports.of(tx, [entityRef], [id]);
    if (!report) return;
    const version =
      (await stores.versions.get(tx, report.scorecardHash)) ??
      versionOf(scorecard);
    const { checks } = decodeExplanation(report.explanation, version);
    const result = checks.find(each => each.id === checkId);
    if (result?.outcome === 'not-applicable') {
      throw new InputError(
        `check: "${checkId}" does not apply to ${entityRef}, so that there is nothing to be exempt from`,
      );
    }
  }

  private async insert(
    tx: Knex.Transaction,
    asked: ExemptionAsked,
    { by, at }: { by: string; at: number },
  ): Promise<StoredExemption> {
    const { exemptions } = this.options.stores;
    const open = await exemptions.open(tx, asked, at);
    const same = open.find(other => isSameRequest(other, asked, by));
    if (same) return same;
    const configured = this.options.configured.inForce(asked, at);
    requireRoom([...open, ...(configured ? [configured] : [])], asked);
    const old =
      asked.renews === undefined
        ? undefined
        : await exemptions.get(tx, asked.renews);
    if (asked.renews !== undefined) requireRenewable(old, asked, at);
    const exemption: StoredExemption = {
      ...asked,
      id: randomUUID(),
      endsAt: exemptionEnd(asked),
      state: 'requested',
      requestedBy: by,
      requestedAt: at,
      note: '',
      renewals: old ? old.renewals + 1 : 0,
      version: 1,
    };
    await exemptions.save(tx, exemption, {
      at,
      by,
      action: 'requested',
      note: asked.reason,
    });
    return exemption;
  }
}
