import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  exemptionDeciderProblem,
  ExemptionItem,
  exemptionStateAt,
  isExemptionDecidable,
  Outcome,
  outcomeSchema,
  reliabilityExemptionDecidePermission,
  reliabilityExemptionRequestPermission,
  resolveTier,
  UNTIERED,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Access } from '../../access/Access';
import { nameOf } from '../../access/nameOf';
import { ReliabilityConfig } from '../../config/config';
import { isoOrNull, isoTime } from '../../database/dates';
import { Stores } from '../../database/stores';
import { RankingService } from '../RankingService';
import { letterOf } from '../reportRow';
import { ExemptionRecord } from './exemptionRow';

const outcomes = new Map(
  outcomeSchema.options.map(outcome => [letterOf(outcome), outcome]),
);

const keyOf = ({
  scorecardId,
  checkId,
  entityRef,
}: Pick<ExemptionRecord, 'scorecardId' | 'checkId' | 'entityRef'>) =>
  `${scorecardId} ${checkId} ${entityRef}`;

/** What the reader may do, for which services. */
interface Allowed {
  readonly name: string;
  readonly isPerson: boolean;
  readonly decide: ReadonlySet<string>;
  readonly request: ReadonlySet<string>;
}

type Outcomes = ReadonlyMap<string, Outcome>;
type Subjects = ReadonlyMap<string, ExemptionItem['service']>;

/** Exemptions as they are answered to one reader. */
export class ExemptionPresenter {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly access: Access;
      readonly auth: AuthService;
      readonly ranking: RankingService;
      readonly now: () => number;
    },
  ) {}

  /** Those whose service is gone are left out. */
  async items(
    exemptions: readonly ExemptionRecord[],
    credentials: BackstageCredentials,
  ): Promise<ExemptionItem[]> {
    if (exemptions.length === 0) return [];
    const refs = [...new Set(exemptions.map(({ entityRef }) => entityRef))];
    const [subjects, allowed, outcomesNow] = await Promise.all([
      this.subjects(refs),
      this.allowed(refs, credentials),
      this.outcomes(exemptions),
    ]);
    return exemptions.flatMap(exemption => {
      const service = subjects.get(exemption.entityRef);
      return service
        ? [this.item(exemption, service, allowed, outcomesNow)]
        : [];
    });
  }

  private item(
    exemption: ExemptionRecord,
    service: ExemptionItem['service'],
    allowed: Allowed,
    outcomesNow: Outcomes,
  ): ExemptionItem {
    const { config, now } = this.options;
    const { id, scorecardId, checkId, requestedBy } = exemption;
    const definition = config.scorecards.find(
      scorecard => scorecard.definition.id === scorecardId,
    )?.definition;
    const check = definition?.checks.find(each => each.id === checkId);
    return {
      id,
      from: requestedBy === undefined ? 'configuration' : 'portal',
      service,
      scorecard: { id: scorecardId, title: definition?.title ?? scorecardId },
      check: {
        id: checkId,
        title: check?.title ?? checkId,
        weight: exemption.weight ?? check?.weight ?? 0,
        outcome: outcomesNow.get(keyOf(exemption)) ?? null,
      },
      reason: exemption.reason,
      until: exemption.until,
      endsAt: isoTime(exemption.endsAt),
      state: exemptionStateAt(exemption, now()),
      requestedBy: requestedBy ?? null,
      requestedAt: isoOrNull(exemption.requestedAt),
      decidedBy: exemption.decidedBy ?? null,
      decidedAt: isoOrNull(exemption.decidedAt),
      note: exemption.note,
      since: isoOrNull(exemption.since),
      renews: exemption.renews ?? null,
      renewedBy: exemption.renewedBy ?? null,
      renewals: exemption.renewals,
      version: exemption.version,
      may: this.may(exemption, allowed),
    };
  }

  private may(
    exemption: ExemptionRecord,
    { name, isPerson, decide, request }: Allowed,
  ): ExemptionItem['may'] {
    const { requestedBy, entityRef, state, renewedBy } = exemption;
    if (requestedBy === undefined) {
      const no = { approve: false, deny: false, revoke: false };
      return { ...no, withdraw: false, renew: false };
    }
    const now = this.options.now();
    const { allowMachines } = this.options.config.exemptionRules;
    const can = (decision: 'approve' | 'deny' | 'revoke') =>
      decide.has(entityRef) &&
      isExemptionDecidable(exemption, decision, now) &&
      !exemptionDeciderProblem(requestedBy, decision, {
        name,
        isPerson,
        machinesMayApprove: allowMachines,
      });
    return {
      approve: can('approve'),
      deny: can('deny'),
      revoke: can('revoke'),
      withdraw:
        isExemptionDecidable(exemption, 'withdraw', now) &&
        (requestedBy === name || request.has(entityRef)),
      renew: state === 'approved' && !renewedBy && request.has(entityRef),
    };
  }

  private async allowed(
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Allowed> {
    const { access, auth } = this.options;
    const [decide, request] = await Promise.all([
      access.allowedAmong(
        reliabilityExemptionDecidePermission,
        credentials,
        refs,
      ),
      access.allowedAmong(
        reliabilityExemptionRequestPermission,
        credentials,
        refs,
      ),
    ]);
    const isPerson = auth.isPrincipal(credentials, 'user');
    return { name: nameOf(credentials), isPerson, decide, request };
  }

  private async subjects(refs: readonly string[]): Promise<Subjects> {
    const { knex, stores, config } = this.options;
    const [briefs, overrides] = await Promise.all([
      stores.services.briefs(knex, refs),
      stores.tiers.overrides(knex, refs),
    ]);
    return new Map(
      [...briefs].map(([entityRef, { title, owner, declaredTier }]) => {
        const { tier } = resolveTier(
          declaredTier,
          overrides.get(entityRef),
          config.tiers,
        );
        const { id, name, rank } = tier ?? {
          id: UNTIERED,
          name: 'Untiered',
          rank: null,
        };
        return [
          entityRef,
          { entityRef, title, owner: owner ?? null, tier: { id, name, rank } },
        ];
      }),
    );
  }

  /** Of the checks that exemptions are for, at the last assessment by the rules in force. */
  private async outcomes(
    exemptions: readonly ExemptionRecord[],
  ): Promise<Outcomes> {
    const { config, ranking } = this.options;
    const found = new Map<string, Outcome>();
    for (const { definition, hash } of config.scorecards) {
      const own = exemptions.filter(each => each.scorecardId === definition.id);
      if (own.length === 0) continue;
      const refs = new Set(own.map(({ entityRef }) => entityRef));
      const reports = (await ranking.of(definition.id, [...refs])).filter(
        report => report.scorecardHash === hash,
      );
      for (const { entityRef, outcomes: letters } of reports) {
        definition.checks.forEach((check, index) => {
          const outcome = outcomes.get(letters[index]);
          const key = { ...own[0], entityRef, checkId: check.id };
          if (outcome) found.set(keyOf(key), outcome);
        });
      }
    }
    return found;
  }
}
