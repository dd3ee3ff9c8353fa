import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  answersByItem,
  ChecklistAssessment,
  ChecklistResponse,
  ChecklistsResponse,
  CompiledChecklist,
  CompiledItem,
  resolveTier,
  ServiceChecklistsResponse,
  UNTIERED,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { ServiceRecord } from '../catalog/ServiceStore';
import { ReliabilityConfig } from '../config/config';
import { Db } from '../database/sql';
import { Stores } from '../database/stores';
import { MaturityService } from '../maturity/MaturityService';
import { Reassessor } from '../maturity/Reassessor';
import { assessSignOffs } from './assessSignOffs';
import {
  ChecklistView,
  presentChecklist,
  presentSummary,
} from './presentChecklist';
import { decodeDetail } from './readinessCodec';
import { StoredReadiness } from './readinessRow';

const notFor = ({ definition }: CompiledChecklist, entityRef: string) =>
  new NotFoundError(`The checklist ${definition.id} is not for ${entityRef}`);

/** The checklists in force and what they say about one service. */
export class ReadinessService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly maturity: MaturityService;
      readonly reassessor: Reassessor;
      readonly now: () => number;
    },
  ) {}

  checklists(): ChecklistsResponse {
    return {
      items: this.options.config.checklists.map(({ definition, hash }) => ({
        definition,
        hash,
      })),
    };
  }

  /** @throws NotFoundError when no such checklist is configured */
  checklist(id: string): CompiledChecklist {
    const { checklists } = this.options.config;
    const found = checklists.find(({ definition }) => definition.id === id);
    if (found) return found;
    throw new NotFoundError(
      `There is no checklist "${id}", only ${checklists
        .map(({ definition }) => definition.id)
        .join(', ')}`,
    );
  }

  /** The item that has or had an id. @throws NotFoundError when the checklist never had it */
  item(checklist: CompiledChecklist, itemId: string): CompiledItem {
    const current = checklist.currentIds.get(itemId);
    const found = checklist.items.find(
      ({ definition }) => definition.id === current,
    );
    if (found) return found;
    throw new NotFoundError(
      `There is no item "${itemId}" in the checklist ${checklist.definition.id}`,
    );
  }

  /** Every checklist that applies to a service. */
  async list(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<ServiceChecklistsResponse> {
    const { maturity, config } = this.options;
    const service = await maturity.requireVisible(entityRef, credentials);
    const views: ChecklistView[] = [];
    for (const checklist of config.checklists) {
      const view = await this.view(service, checklist);
      if (view.stored.applies) views.push(view);
    }
    return { items: views.map(presentSummary) };
  }

  /** @throws NotFoundError when it is no service, may not be seen, or the checklist is not for it */
  async get(
    entityRef: string,
    checklistId: string,
    credentials: BackstageCredentials,
  ): Promise<ChecklistResponse> {
    const service = await this.options.maturity.requireVisible(
      entityRef,
      credentials,
    );
    const checklist = this.checklist(checklistId);
    return presentChecklist(await this.require(service, checklist));
  }

  /**
   * What a page of a checklist needs.
   *
   * @param db - the transaction, for a caller within one
   * @throws NotFoundError when the checklist is not for the service
   */
  async require(
    service: ServiceRecord,
    checklist: CompiledChecklist,
    db: Db = this.options.knex,
  ): Promise<ChecklistView> {
    const view = await this.view(service, checklist, db);
    if (view.stored.applies) return view;
    throw notFor(checklist, service.entityRef);
  }

  /** @throws NotFoundError when the checklist is known not to be for the service */
  async requireApplies(
    db: Db,
    entityRef: string,
    checklist: CompiledChecklist,
  ): Promise<void> {
    const { id } = checklist.definition;
    const stored = await this.options.stores.readiness.of(db, [entityRef]);
    const row = stored
      .get(entityRef)
      ?.find(({ checklistId }) => checklistId === id);
    if (row && !row.applies && row.checklistHash === checklist.hash) {
      throw notFor(checklist, entityRef);
    }
  }

  private async view(
    service: ServiceRecord,
    checklist: CompiledChecklist,
    db: Db = this.options.knex,
  ): Promise<ChecklistView> {
    const { stores, config, now } = this.options;
    const { entityRef } = service;
    const refs = [entityRef];
    const checklistId = checklist.definition.id;
    const stored = await this.stored(entityRef, checklist, db);
    const detail = decodeDetail(stored.detail, checklist);
    const assessment: ChecklistAssessment = {
      checklistId,
      applies: stored.applies,
      ...detail,
    };
    const answers = answersByItem(
      checklist,
      await stores.answers.ofChecklist(db, checklistId, refs),
    );
    const override = (await stores.tiers.overrides(db, refs)).get(entityRef);
    const tier = resolveTier(service.declaredTier, override, config.tiers);
    const reviews = await stores.reviews.latest(db, refs);
    const signOffs = await stores.reviews.signOffs(db, refs);
    return {
      entityRef,
      serviceTitle: service.title,
      owner: service.owner ?? null,
      tier: {
        id: tier.tier?.id ?? UNTIERED,
        name: tier.tier?.name ?? 'Untiered',
      },
      checklist,
      stored,
      detail,
      assessment,
      answers,
      reviews: (reviews.get(entityRef) ?? []).filter(
        review => review.checklistId === checklistId,
      ),
      signOffs: assessSignOffs(
        signOffs.get(entityRef) ?? [],
        { checklist, assessment, answers, tier },
        now(),
      ),
      since: await stores.checklistItems.of(db, checklistId),
    };
  }

  /** What is stored; where the definition changed since, or nothing is, the service is assessed first. */
  private async stored(
    entityRef: string,
    { definition, hash }: CompiledChecklist,
    db: Db,
  ): Promise<StoredReadiness> {
    const { stores, reassessor, now } = this.options;
    const read = async () =>
      (await stores.readiness.of(db, [entityRef]))
        .get(entityRef)
        ?.find(
          row =>
            row.checklistId === definition.id && row.checklistHash === hash,
        );
    const found = await read();
    if (found) return found;
    await db.transaction(tx =>
      reassessor.reassess(tx, [entityRef], now(), 'source:configuration'),
    );
    const made = await read();
    if (made) return made;
    throw new NotFoundError(`${entityRef} is not a service any more`);
  }
}
