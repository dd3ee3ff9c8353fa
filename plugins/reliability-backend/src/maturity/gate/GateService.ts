import {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  CompiledGatePolicy,
  decideGate,
  GateAnswer,
  GateContext,
  GateReason,
  GateVerdict,
  givenBackTo,
  notInTime,
  reliabilityGateWaivePermission,
  stricterVerdict,
  Tier,
  UNTIERED,
  verdictOf,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Access } from '../../access/Access';
import { ReliabilityConfig } from '../../config/config';
import { isoTime } from '../../database/dates';
import { Stores } from '../../database/stores';
import { MaturityService } from '../MaturityService';
import { ServiceFacts } from '../ServiceFacts';
import { Deadline } from './Deadline';
import { GateFactReader } from './GateFactReader';
import { GatePolicies } from './GatePolicies';
import { GateWaiverStore, WaiverLine } from './GateWaiverStore';
import {
  presentExemptions,
  presentGauge,
  presentReason,
  presentWaiver,
} from './presentGate';

/** What was found out so far, for an answer that must not wait. */
interface Known {
  /** Only once it is certain that the caller may see it. */
  title?: string;
  tier?: Tier | null;
  policy?: CompiledGatePolicy;
  waivers?: readonly WaiverLine[];
}

/** Of more waivers than these one of the newest applies. */
const MAX_WAIVERS = 100;

/** Refusals, which are answers; everything else is a source that fails. */
const REFUSALS = ['NotFoundError', 'NotAllowedError', 'InputError'];

/** The load line of one service. */
export class GateService {
  constructor(
    private readonly options: {
      readonly config: ReliabilityConfig;
      readonly knex: Knex;
      readonly stores: Stores;
      readonly access: Access;
      readonly logger: LoggerService;
      readonly maturity: MaturityService;
      readonly serviceFacts: ServiceFacts;
      readonly factReader: GateFactReader;
      readonly policies: GatePolicies;
      readonly waiverStore: GateWaiverStore;
      readonly now: () => number;
    },
  ) {}

  /** The time limit of one request. */
  deadline(): Deadline {
    return new Deadline(this.options.config.gate.timeoutMs);
  }

  /**
   * May a service take more change now? Nothing is recorded. Where that cannot be told in time, the answer is what
   * the policy says of the unknown.
   *
   * @throws NotFoundError when it is no service, or the caller may not see it
   */
  async decide(
    entityRef: string,
    credentials: BackstageCredentials,
    { change }: { readonly change?: string } = {},
    deadline: Deadline = this.deadline(),
  ): Promise<GateAnswer> {
    const known: Known = {};
    const seconds = this.options.config.gate.timeoutMs / 1000;
    const judged = this.judge(entityRef, credentials, change, known);
    try {
      return await deadline.race(judged, () =>
        this.late(
          entityRef,
          known,
          change,
          `What is known of it could not be read within ${seconds} s`,
        ),
      );
    } catch (error) {
      if (REFUSALS.includes((error as Error).name)) throw error;
      this.options.logger.error(
        `The load line of ${entityRef} could not be drawn`,
        error as Error,
      );
      const text = 'What is known of it could not be read: something failed';
      return this.late(entityRef, known, change, text);
    }
  }

  private async judge(
    entityRef: string,
    credentials: BackstageCredentials,
    change: string | undefined,
    known: Known,
  ): Promise<GateAnswer> {
    const { knex, access, maturity, serviceFacts, policies } = this.options;
    const now = this.options.now();
    const service = await maturity.requireVisible(entityRef, credentials);
    known.title = service.title;
    const { tier, policy } = await policies.ofService(knex, service);
    known.tier = tier ?? null;
    known.policy = policy;
    known.waivers = await this.waivers(entityRef, now);
    const [subject] = await serviceFacts.of(knex, [entityRef], now);
    const { exemptCauses } = policy.definition;
    const evidence = await this.options.factReader.read(
      subject,
      exemptCauses,
      now,
    );
    const context = this.contextOf(known, change, now);
    const found = decideGate(policy, evidence.facts, context);
    const mayWaive = await access.allowedAmong(
      reliabilityGateWaivePermission,
      credentials,
      [entityRef],
    );
    return {
      ...this.frame(entityRef, known, change, now),
      ...this.verdict(found),
      demands: [...found.demands],
      gauge: presentGauge(found.gauge),
      exemptions: presentExemptions(evidence.exemptions),
      givenBack: evidence.budgets.flatMap(budget =>
        givenBackTo(budget, exemptCauses),
      ),
      canWaive: mayWaive.has(entityRef),
    };
  }

  private async waivers(entityRef: string, now: number) {
    const { knex, waiverStore } = this.options;
    const { items } = await waiverStore.page(
      knex,
      { service: [entityRef], inForceAt: now },
      { limit: MAX_WAIVERS },
    );
    return items;
  }

  private contextOf(
    known: Known,
    change: string | undefined,
    now: number,
  ): GateContext {
    return { change, waivers: known.waivers ?? [], now };
  }

  private verdict(found: {
    readonly decision: GateAnswer['decision'];
    readonly state: GateAnswer['state'];
    readonly headline: string;
    readonly reasons: readonly GateReason[];
  }) {
    const { decision, state, headline, reasons } = found;
    return { decision, state, headline, reasons: reasons.map(presentReason) };
  }

  /** What does not depend on facts. */
  private frame(
    entityRef: string,
    { title, tier, policy, waivers }: Known,
    change: string | undefined,
    now: number,
  ) {
    const definition = policy?.definition;
    const named = tier === null ? { id: UNTIERED, name: 'Untiered' } : tier;
    return {
      entityRef,
      title: title ?? entityRef,
      tier: named ? { id: named.id, name: named.name } : null,
      policy: definition
        ? { id: definition.id, title: definition.title ?? definition.id }
        : null,
      change: change ?? null,
      waivers: (waivers ?? []).map(waiver => presentWaiver(waiver, now)),
      maxWaiver: definition?.waiver.maxDuration ?? null,
      decidedAt: isoTime(now),
    };
  }

  /** Where not even the tier is known, the strictest of all policies says what the unknown is. */
  private late(
    entityRef: string,
    known: Known,
    change: string | undefined,
    text: string,
  ): GateAnswer {
    const now = this.options.now();
    const onUnknown =
      known.policy?.definition.onUnknown ??
      this.options.config.gate.policies
        .map(({ definition }) => definition.onUnknown)
        .reduce<GateVerdict>(stricterVerdict, 'allow');
    const context = this.contextOf(known, change, now);
    const reason = notInTime(known.policy, onUnknown, text, context);
    return {
      ...this.frame(entityRef, known, change, now),
      ...this.verdict(verdictOf([reason])),
      demands: [],
      gauge: { line: null, binding: null, parts: [] },
      exemptions: { count: 0, nextEnd: null },
      givenBack: [],
      canWaive: false,
    };
  }
}
