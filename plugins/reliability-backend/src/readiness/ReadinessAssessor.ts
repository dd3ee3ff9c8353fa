import {
  answersByItem,
  assessChecklist,
  CompiledChecklist,
  Exemption,
  FactGroup,
  nextSignOffChange,
  readinessFacts,
  UNTIERED,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ReliabilityConfig } from '../config/config';
import { Db } from '../database/sql';
import { Stores } from '../database/stores';
import { Subject } from '../maturity/buildReport';
import { StoredAnswer } from './AnswerStore';
import { assessSignOffs } from './assessSignOffs';
import { FORECAST_MS, forecastReadiness, LookedAt } from './forecastReadiness';
import { encodeDetail } from './readinessCodec';
import {
  letterOfState,
  ReadinessDetail,
  ReadinessWrite,
  StoredReadiness,
} from './readinessRow';
import { StoredSignOff } from './ReviewStore';
import { isSameReadiness } from './isSameReadiness';

/** What is stored about services and their checklists, by service. */
export interface KnownReadiness {
  readonly answers: ReadonlyMap<string, readonly StoredAnswer[]>;
  readonly signOffs: ReadonlyMap<string, readonly StoredSignOff[]>;
  readonly stored: ReadonlyMap<string, readonly StoredReadiness[]>;
}

/** What the checklists say about one service. */
export interface AssessedReadiness {
  /** For the scorecards. */
  readonly facts: readonly FactGroup[];
  /** What differs from what is stored. */
  readonly writes: readonly ReadinessWrite[];
}

const NOTHING: KnownReadiness = {
  answers: new Map(),
  signOffs: new Map(),
  stored: new Map(),
};

const NO_READINESS: AssessedReadiness = { facts: [], writes: [] };

/** Assesses the checklists of services on the road to a score. */
export class ReadinessAssessor {
  /** Whether a check reads the age of a sign-off, which changes every day. */
  private readonly readsAge: boolean;

  constructor(
    private readonly options: {
      readonly config: ReliabilityConfig;
      readonly stores: Stores;
    },
  ) {
    this.readsAge = options.config.scorecards.some(({ paths }) =>
      paths.some(({ segments }) => segments.includes('signedOffAgeDays')),
    );
  }

  /** Reads what is stored. */
  async known(db: Db, refs: readonly string[]): Promise<KnownReadiness> {
    const { config, stores } = this.options;
    if (config.checklists.length === 0) return NOTHING;
    return {
      answers: await stores.answers.of(db, refs),
      signOffs: await stores.reviews.signOffs(db, refs),
      stored: await stores.readiness.of(db, refs),
    };
  }

  /** Looks at one checklist of a service. */
  look(
    checklist: CompiledChecklist,
    { service, tier, facts }: Subject,
    known: KnownReadiness,
    now: number,
  ): LookedAt {
    const checklistId = checklist.definition.id;
    const { entityRef } = service;
    const answers = answersByItem(
      checklist,
      (known.answers.get(entityRef) ?? []).filter(
        answer => answer.checklistId === checklistId,
      ),
    );
    const tierId = tier.tier?.id ?? UNTIERED;
    const assessment = assessChecklist(
      { facts, tierId, answers },
      checklist,
      now,
    );
    const signOffs = assessSignOffs(
      known.signOffs.get(entityRef) ?? [],
      { checklist, assessment, answers, tier },
      now,
    ).map(({ review, status }) => ({
      checklistId,
      phaseId: review.phaseId,
      approvedAt: review.decidedAt ?? 0,
      valid: status.valid,
      ...(status.validUntil !== undefined && {
        validUntil: status.validUntil,
      }),
    }));
    return { checklist, answers, assessment, signOffs };
  }

  /** What the checklists of a service tell the scorecards; nothing is to be written. */
  facts(
    subject: Subject,
    known: KnownReadiness,
    now: number,
  ): readonly FactGroup[] {
    return factsFrom(this.lookAtAll(subject, known, now), now);
  }

  /**
   * The checklists of one service: facts for the scorecards, and what has to be written.
   *
   * @param exemptions - of the service, configured and approved in the portal
   */
  assess(
    subject: Subject,
    known: KnownReadiness,
    exemptions: readonly Exemption[],
    now: number,
  ): AssessedReadiness {
    const all = this.lookAtAll(subject, known, now);
    if (all.length === 0) return NO_READINESS;
    const facts = factsFrom(all, now);
    const stored = known.stored.get(subject.service.entityRef) ?? [];
    const context = { subject, facts, exemptions, now };
    const writes = all
      .map(looked => this.toWrite(looked, all, context))
      .filter(write => {
        const before = stored.find(
          ({ checklistId }) => checklistId === write.checklistId,
        );
        return !before || !isSameReadiness(before, write, now);
      });
    return { facts, writes };
  }

  private lookAtAll(
    subject: Subject,
    known: KnownReadiness,
    now: number,
  ): LookedAt[] {
    return this.options.config.checklists.map(checklist =>
      this.look(checklist, subject, known, now),
    );
  }

  private toWrite(
    looked: LookedAt,
    all: readonly LookedAt[],
    context: {
      readonly subject: Subject;
      readonly facts: readonly FactGroup[];
      readonly exemptions: readonly Exemption[];
      readonly now: number;
    },
  ): ReadinessWrite {
    const { checklist, assessment, signOffs } = looked;
    const { subject, facts, exemptions, now } = context;
    const { config } = this.options;
    const { applies, items, counts, phases, changedAt } = assessment;
    const { id } = checklist.definition;
    const own = facts.find(({ values }) => Object.hasOwn(values, id));
    const detail: ReadinessDetail = {
      items,
      counts,
      phases,
      changedAt,
      facts: own,
      forecast: forecastReadiness(looked, all, subject, {
        config,
        exemptions,
        now,
      }),
    };
    const approvals = signOffs.map(({ approvedAt }) => approvedAt);
    return {
      checklistId: id,
      service: subject.service,
      checklistHash: checklist.hash,
      applies,
      tierId: subject.tier.tier?.id ?? UNTIERED,
      counts,
      states: items.map(({ state }) => letterOfState(state)).join(''),
      signedOff: isSignedOff(own, id),
      signedOffAt: approvals.length > 0 ? Math.min(...approvals) : undefined,
      assessedAt: now,
      nextChangeAt: soonest(
        [
          assessment.nextChangeAt,
          ...assessment.forecast.map(({ at }) => at - FORECAST_MS),
          ...signOffs.map(({ validUntil }) => validUntil),
          this.readsAge ? nextSignOffChange(signOffs, now) : undefined,
        ],
        now,
      ),
      detail: encodeDetail(detail),
    };
  }
}

function factsFrom(
  all: readonly LookedAt[],
  now: number,
): readonly FactGroup[] {
  if (all.length === 0) return NO_READINESS.facts;
  return readinessFacts(
    all.map(({ assessment }) => assessment),
    all.flatMap(({ signOffs }) => signOffs),
    now,
  );
}

function isSignedOff(facts: FactGroup | undefined, checklistId: string) {
  const values = facts?.values[checklistId] as
    | { signedOffValid?: boolean }
    | undefined;
  return values?.signedOffValid ?? false;
}

function soonest(
  times: readonly (number | undefined)[],
  now: number,
): number | undefined {
  const later = times.filter(
    (time): time is number => time !== undefined && time > now,
  );
  return later.length > 0 ? Math.min(...later) : undefined;
}
