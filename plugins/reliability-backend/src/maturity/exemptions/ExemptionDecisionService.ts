import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  decidedExemptionState,
  ExemptionItem,
  isExemptionInForce,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Access } from '../../access/Access';
import { nameOf } from '../../access/nameOf';
import { ReliabilityConfig } from '../../config/config';
import { Stores } from '../../database/stores';
import { RankingService } from '../RankingService';
import { Reassessor } from '../Reassessor';
import {
  DecisionCommand,
  isSameDecision,
  requireDecidable,
  requireMayDecide,
} from './decisionRules';
import { ConfiguredExemptions } from './ConfiguredExemptions';
import { ExemptionPresenter } from './ExemptionPresenter';
import { ExemptionReader } from './ExemptionReader';
import { StoredExemption } from './exemptionRow';
import { requireCheck, requireEnd, requireRoom } from './requestRules';

/** Who decides, and when. */
interface Decider {
  readonly by: string;
  readonly at: number;
}

/** Decides on exemptions that were asked for. */
export class ExemptionDecisionService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly access: Access;
      readonly auth: AuthService;
      readonly ranking: RankingService;
      readonly reassessor: Reassessor;
      readonly reader: ExemptionReader;
      readonly configured: ConfiguredExemptions;
      readonly presenter: ExemptionPresenter;
      readonly now: () => number;
    },
  ) {}

  /** Approves, denies, revokes or withdraws one, and assesses the service anew where that changes something. */
  async decide(
    id: string,
    command: DecisionCommand,
    credentials: BackstageCredentials,
  ): Promise<ExemptionItem> {
    const { knex, stores, ranking, reassessor, presenter, now } = this.options;
    const known = await this.requireStored(id, credentials);
    await requireMayDecide(known, command.decision, credentials, this.options);
    const by = nameOf(credentials);
    const exemption = await knex.transaction(async tx => {
      await stores.services.lock(tx, [known.entityRef]);
      const current = (await stores.exemptions.get(tx, id)) ?? known;
      if (isSameDecision(current, command, by)) return current;
      const at = now();
      requireDecidable(current, command, at);
      const after = await this.decided(tx, current, command, { by, at });
      if (after.state === 'approved' || current.state === 'approved') {
        await reassessor.reassess(tx, [known.entityRef], at, by);
      }
      return after;
    });
    ranking.changed();
    const [item] = await presenter.items([exemption], credentials);
    return item;
  }

  private async requireStored(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<StoredExemption> {
    const found = await this.options.reader.requireVisible(id, credentials);
    const { requestedBy, requestedAt } = found;
    if (requestedBy === undefined || requestedAt === undefined) {
      throw new ConflictError(
        'The exemption comes from the configuration: change it under reliability.exemptions',
      );
    }
    return { ...found, requestedBy, requestedAt };
  }

  private async decided(
    tx: Knex.Transaction,
    current: StoredExemption,
    { decision, note }: DecisionCommand,
    { by, at }: Decider,
  ): Promise<StoredExemption> {
    const { stores } = this.options;
    const state = decidedExemptionState[decision];
    const after: StoredExemption = {
      ...current,
      state,
      decidedBy: by,
      decidedAt: at,
      note,
      version: current.version + 1,
      ...(state === 'approved'
        ? await this.approval(tx, current, { by, at })
        : { endsAt: at }),
    };
    await stores.exemptions.save(tx, after, { at, by, action: state, note });
    return after;
  }

  /** What an approval adds; the one that it renews ends, so that only one is in force. */
  private async approval(
    tx: Knex.Transaction,
    current: StoredExemption,
    { by, at }: Decider,
  ): Promise<Pick<StoredExemption, 'since' | 'weight'>> {
    const { stores, config, configured } = this.options;
    // The configuration may have changed since somebody asked.
    const there = configured.inForce(current, at);
    requireRoom(there ? [there] : [], current);
    requireEnd(current.until, at, config);
    const { definition } = requireCheck(config.scorecards, current);
    const check = definition.checks.find(({ id }) => id === current.checkId);
    const old =
      current.renews === undefined
        ? undefined
        : await stores.exemptions.get(tx, current.renews);
    const goesOn = old !== undefined && isExemptionInForce(old, at);
    if (old?.state === 'approved') {
      await stores.exemptions.save(
        tx,
        {
          ...old,
          renewedBy: current.id,
          version: old.version + 1,
          ...(goesOn && { endsAt: at }),
        },
        { at, by, action: 'renewed', note: '' },
      );
    }
    return { since: (goesOn && old.since) || at, weight: check?.weight };
  }
}
