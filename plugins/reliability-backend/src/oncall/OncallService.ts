import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  requiredTimes,
  resolveTier,
  ServiceOncallResponse,
  UNTIERED,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { ReliabilityConfig } from '../config/config';
import { isoTime } from '../database/dates';
import { Stores } from '../database/stores';
import { ServiceRecord } from '../catalog/ServiceStore';
import { MaturityService } from '../maturity/MaturityService';
import { tierNames } from '../tier/tierNames';
import { OncallReader } from './OncallReader';
import { presentCover, presentFinding, presentWindow } from './presentCover';
import {
  presentContract,
  presentServiceRotation,
  timelineOf,
} from './presentRotation';
import { ReplyPeople } from './ReplyPeople';
import { comparableAccounts, RotationView } from './rotationView';
import { FRESH_FOR } from './sync/OncallRefresher';

/** Whether all rotations were asked for so recently that they are not read again on request. */
const areFresh = (views: readonly RotationView[], at: number): boolean =>
  views.length > 0 &&
  views.every(({ triedAt = -Infinity }) => at - triedAt < FRESH_FOR);

/** Who is on call for one service. */
export class OncallService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly maturity: MaturityService;
      readonly reader: OncallReader;
      readonly now: () => number;
    },
  ) {}

  /** @throws NotFoundError when it is no service, or the caller may not see it */
  async ofService(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<ServiceOncallResponse> {
    const { maturity, reader, config, now } = this.options;
    const service = await maturity.requireVisible(entityRef, credentials);
    const hidden = await reader.hidesPeople(credentials);
    const at = now();
    const tier = await this.tierOf(service);
    const contract = reader.contractOf(tier.id);
    const rotations = (await reader.ofServices([entityRef])).of(entityRef);
    const views = rotations.map(({ view }) => view);
    const reply = await reader.people(views, hidden);
    const window = timelineOf(at);
    const { coverage } = contract?.oncall ?? {};
    const required = requiredTimes(
      coverage,
      window,
      config.oncall.businessHours,
    );
    const shown = {
      cover: presentCover(reader.cover(views, { at, tierId: tier.id }), reply),
      rotations: rotations.map(({ view, link }) =>
        presentServiceRotation(
          view,
          { from: link.origin, annotation: link.annotation },
          { reply, at, required },
        ),
      ),
      ...(await this.doubts(entityRef, reply)),
    };
    return {
      entityRef,
      title: service.title,
      owner: service.owner ?? null,
      tier,
      at: isoTime(at),
      window: presentWindow(window),
      contract: presentContract(contract),
      ...shown,
      people: reply.all(),
      mirrors: comparableAccounts(views),
      namesHidden: hidden,
      refreshedRecently: areFresh(views, at),
    };
  }

  private async tierOf({
    entityRef,
    declaredTier,
  }: ServiceRecord): Promise<{ id: string; name: string }> {
    const { knex, stores, config } = this.options;
    const overrides = await stores.tiers.overrides(knex, [entityRef]);
    const { tier } = resolveTier(
      declaredTier,
      overrides.get(entityRef),
      config.tiers,
    );
    const id = tier?.id ?? UNTIERED;
    return { id, name: tierNames(config.tiers)(id) };
  }

  private async doubts(
    entityRef: string,
    reply: ReplyPeople,
  ): Promise<Pick<ServiceOncallResponse, 'findings' | 'problems'>> {
    const { knex, stores } = this.options;
    const stored = (await stores.oncallServices.of(knex, [entityRef])).get(
      entityRef,
    );
    return {
      findings: (stored?.findings ?? []).map(finding =>
        presentFinding(finding, reply),
      ),
      problems: (stored?.problems ?? []).map(problem => ({ ...problem })),
    };
  }
}
