import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  fingerprint,
  Preview,
  previewServicesQuerySchema,
  PreviewServicesResponse,
  reliabilityPreviewRunPermission,
  ScorecardResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Access } from '../../access/Access';
import { nameOf } from '../../access/nameOf';
import { ReliabilityConfig } from '../../config/config';
import { decodeCursor, encodeCursor, isOffset } from '../../http/cursor';
import { RankingService } from '../RankingService';
import { changedRules, PreviewCommand } from './changedRules';
import { ExemptionsOf, PreviewRunner } from './PreviewRunner';
import { PreviewSlots } from './PreviewSlots';
import { PreviewRow, PreviewStore, StoredPreview } from './PreviewStore';
import { summarisePreview } from './summarisePreview';

type ServicesCommand = z.output<typeof previewServicesQuerySchema>;

const LIFETIME = 24 * 60 * 60 * 1000;

/** Read again and again while somebody looks through one; each holds a line for every service. */
const REMEMBERED = 4;

/** Whether a check fails or is unknown for a service that it did not keep back before. */
const isShortOf = ({ flips }: PreviewRow, check: string) =>
  flips.some(
    flip =>
      flip.check === check && (flip.to === 'fail' || flip.to === 'unknown'),
  );

/** What other rules would change. Reports and history stay as they are. */
export class PreviewService {
  private readonly recent = new Map<string, StoredPreview>();

  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly config: ReliabilityConfig;
      readonly access: Access;
      readonly ranking: RankingService;
      readonly runner: PreviewRunner;
      readonly store: PreviewStore;
      readonly slots: PreviewSlots;
      readonly exemptionsOf: ExemptionsOf;
      readonly now: () => number;
    },
  ) {}

  /**
   * Assesses every service that the caller may see by other rules, and keeps what comes of it for a day.
   *
   * @throws NotAllowedError without the permission; InputError with the path of a wrong key; ConflictError while the
   * caller or too many others run one
   */
  async run(
    command: PreviewCommand,
    credentials: BackstageCredentials,
  ): Promise<Preview> {
    const { knex, config, access, ranking, runner, store, slots } =
      this.options;
    await access.require(reliabilityPreviewRunPermission, credentials);
    const rules = changedRules(command, config);
    const madeBy = nameOf(credentials);
    const leave = slots.enter(madeBy);
    try {
      const madeAt = this.options.now();
      const { id, title } = rules.after.definition;
      const reports = await ranking.matching({ scorecard: id }, credentials);
      const preview: StoredPreview = {
        id: randomUUID(),
        madeBy,
        madeAt,
        expiresAt: madeAt + LIFETIME,
        rules: {
          scorecard: { id, title },
          definition: rules.after.definition as ScorecardResponse['definition'],
          tiers: rules.contracts as Preview['tiers'],
        },
        services: await runner.run(
          reports,
          rules,
          this.options.exemptionsOf,
          madeAt,
        ),
      };
      await store.add(knex, preview);
      this.remember(preview);
      return summarisePreview(preview, preview.services);
    } finally {
      leave();
    }
  }

  /** @throws NotFoundError when there is none, or its day is over */
  async get(id: string, credentials: BackstageCredentials): Promise<Preview> {
    const preview = await this.find(id);
    const visible = await this.visibleOf(preview, credentials);
    return summarisePreview(
      preview,
      visible.map(([row]) => row),
    );
  }

  /** @throws NotFoundError when there is none, or its day is over */
  async services(
    id: string,
    command: ServicesCommand,
    credentials: BackstageCredentials,
  ): Promise<PreviewServicesResponse> {
    const preview = await this.find(id);
    const { change, owner, tier, check, limit, cursor } = command;
    const madeFor = fingerprint([id, change, owner, tier, check]);
    const after = decodeCursor(cursor, madeFor, isOffset) ?? -1;
    const visible = await this.visibleOf(preview, credentials);
    const found = visible.filter(
      ([row]) =>
        (change === undefined || row.change === change) &&
        (owner === undefined || owner.includes(row.owner ?? '')) &&
        (tier === undefined || tier.includes(row.tier.id)) &&
        (check === undefined || isShortOf(row, check)),
    );
    // Places in the whole list, which never changes, whatever the reader may see of it.
    const rest = found.filter(([, place]) => place > after);
    const page = rest.slice(0, limit);
    return {
      items: page.map(([{ flips: _, ...service }]) => service),
      totalItems: found.length,
      ...(rest.length > limit && {
        nextCursor: encodeCursor(page[limit - 1][1], madeFor),
      }),
    };
  }

  private remember(preview: StoredPreview): void {
    this.recent.delete(preview.id);
    this.recent.set(preview.id, preview);
    const [oldest] = this.recent.keys();
    if (this.recent.size > REMEMBERED) this.recent.delete(oldest);
  }

  private async find(id: string): Promise<StoredPreview> {
    const { knex, store, now } = this.options;
    const preview = this.recent.get(id) ?? (await store.get(knex, id));
    if (!preview || preview.expiresAt <= now()) {
      throw new NotFoundError(
        `There is no preview "${id}"; one is kept for 24 hours`,
      );
    }
    this.remember(preview);
    return preview;
  }

  /** The services that the reader may see, with their places in the list. */
  private async visibleOf(
    { services }: StoredPreview,
    credentials: BackstageCredentials,
  ): Promise<(readonly [PreviewRow, number])[]> {
    const refs = await this.options.access.visibleRefs(credentials);
    const visible = refs && new Set(refs);
    return services
      .map((row, place) => [row, place] as const)
      .filter(([row]) => !visible || visible.has(row.entityRef));
  }
}
