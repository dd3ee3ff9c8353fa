import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  ExemptionItem,
  ExemptionResponse,
  spentByIncidents,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Access } from '../../access/Access';
import { isoOrNull, isoTime } from '../../database/dates';
import { Stores } from '../../database/stores';
import { ConfiguredExemptions } from './ConfiguredExemptions';
import { ExemptionPresenter } from './ExemptionPresenter';
import { ExemptionRecord } from './exemptionRow';
import { MeanwhileStore } from './MeanwhileStore';

const DAY = 24 * 60 * 60 * 1000;

/** How far back incidents are told of a service that is not exempt. */
const BEFORE_MS = 90 * DAY;

/** Incidents that an answer names; all are counted. */
const MAX_INCIDENTS = 20;

/** Renewals that an answer names. */
const MAX_RENEWED = 50;

/** Steps of a history that are searched for the beginning of a failure. */
const MAX_STEPS = 1000;

/** One exemption with its story. */
export class ExemptionReader {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly access: Access;
      readonly configured: ConfiguredExemptions;
      readonly presenter: ExemptionPresenter;
      readonly meanwhile: MeanwhileStore;
      readonly now: () => number;
    },
  ) {}

  async get(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<ExemptionResponse> {
    const { knex, stores, presenter } = this.options;
    const found = await this.requireVisible(id, credentials);
    const [exemption] = await presenter.items([found], credentials);
    const events = await stores.exemptions.events(knex, id);
    return {
      exemption,
      failingSince: isoOrNull(await this.failingSince(exemption)),
      renewed: await this.renewed(found),
      meanwhile: await this.meanwhile(found),
      events: events.map(({ at, by, action, note }) => ({
        at: isoTime(at),
        by,
        action,
        note,
      })),
    };
  }

  /** @throws NotFoundError when there is none, or its service may not be seen */
  async requireVisible(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<ExemptionRecord> {
    const { knex, stores, access, configured } = this.options;
    const found =
      configured.get(id) ??
      (id.includes('\0') ? undefined : await stores.exemptions.get(knex, id));
    const service = found && (await stores.services.get(knex, found.entityRef));
    if (service && (await access.canRead(credentials, service.entityRef))) {
      return found;
    }
    throw new NotFoundError(
      'There is no such exemption, or the catalog does not show you its service',
    );
  }

  /** Those that it goes on with, the last first. */
  private async renewed(
    exemption: ExemptionRecord,
  ): Promise<ExemptionResponse['renewed']> {
    const { knex, stores } = this.options;
    const chain: ExemptionResponse['renewed'] = [];
    let next = exemption.renews;
    while (next !== undefined && chain.length < MAX_RENEWED) {
      const old = await stores.exemptions.get(knex, next);
      if (old) chain.push({ id: old.id, until: old.until });
      next = old?.renews;
    }
    return chain;
  }

  /** Since the check is exempt, or up to now where it is not yet. */
  private async meanwhile(
    exemption: ExemptionRecord,
  ): Promise<ExemptionResponse['meanwhile']> {
    const { knex, meanwhile, now } = this.options;
    const { entityRef, since, endsAt } = exemption;
    const range =
      since === undefined
        ? { from: now() - BEFORE_MS, to: now() }
        : { from: since, to: Math.min(endsAt, now()) };
    const incidents = await meanwhile.ofService(knex, entityRef, range);
    return {
      from: isoTime(range.from),
      to: isoTime(range.to),
      ...spentByIncidents(incidents),
      items: incidents.slice(0, MAX_INCIDENTS).map(each => ({
        id: each.incidentId,
        title: each.title,
        startedAt: isoTime(each.startedAt),
        severity: each.severity,
        budgetShare: each.budgetShare,
      })),
    };
  }

  /** The last time at which the check began to fail; where the history has no such step, when it begins. */
  private async failingSince({
    service,
    scorecard,
    check,
  }: ExemptionItem): Promise<number | undefined> {
    if (check.outcome !== 'fail') return undefined;
    const { knex, stores } = this.options;
    const { items } = await stores.history.steps(
      knex,
      { scorecardId: scorecard.id, entityRef: service.entityRef },
      { limit: MAX_STEPS },
    );
    const flip = items.find(({ flips }) =>
      flips.some(
        each =>
          each.check === check.id && each.to === 'fail' && each.from !== 'fail',
      ),
    );
    if (flip) return flip.at;
    const first = items[items.length - 1];
    return first && first.from === undefined ? first.at : undefined;
  }
}
