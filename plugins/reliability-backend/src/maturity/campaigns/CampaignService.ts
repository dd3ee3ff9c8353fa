import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import {
  CampaignResponse,
  createCampaignRequestSchema,
  decideCampaignRequestSchema,
  patchCampaignRequestSchema,
  reliabilityCampaignManagePermission,
} from '@plimsoll/backstage-plugin-reliability-common';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { nameOf } from '../../access/nameOf';
import { dayOf, isoTime } from '../../database/dates';
import { ProgrammeOptions } from '../programmeOptions';
import {
  changedFields,
  contentOf,
  isDecided,
  requireChangeable,
  requireDecidable,
  started,
} from './campaignChange';
import { CampaignReader } from './CampaignReader';
import { CampaignRecorder } from './CampaignRecorder';
import { CampaignContent, StoredCampaign, StoredEvent } from './campaignRow';
import { CampaignRules } from './CampaignRules';

type CreateCommand = z.output<typeof createCampaignRequestSchema>;
type PatchCommand = z.output<typeof patchCampaignRequestSchema>;
type DecideCommand = z.output<typeof decideCampaignRequestSchema>;

const MANAGE = reliabilityCampaignManagePermission;

const overtaken = ({ changedBy, changedAt }: StoredCampaign) =>
  new ConflictError(
    `${changedBy} changed the campaign at ${isoTime(
      changedAt,
    )}, since you read it`,
  );

const eventOf = ({ id }: StoredCampaign, by: string, at: number) => ({
  campaignId: id,
  by,
  at,
  fields: [],
  note: '',
});

/** Makes goals with a date, changes them and decides about them. */
export class CampaignService {
  constructor(
    private readonly options: ProgrammeOptions & {
      readonly campaignRules: CampaignRules;
      readonly campaignReader: CampaignReader;
      readonly campaignRecorder: CampaignRecorder;
    },
  ) {}

  /** Makes a draft; the same one again, while it is not over, is the one that is there. */
  async create(
    command: CreateCommand,
    credentials: BackstageCredentials,
  ): Promise<CampaignResponse> {
    const { knex, stores, access, campaignRules, now } = this.options;
    await access.require(MANAGE, credentials);
    campaignRules.requireDays(command);
    const content = await this.sound(command, credentials);
    const by = nameOf(credentials);
    const at = now();
    const campaign: StoredCampaign = {
      ...content,
      id: randomUUID(),
      state: 'draft',
      createdBy: by,
      createdAt: at,
      changedBy: by,
      changedAt: at,
      version: 1,
    };
    const written = await knex.transaction(async tx => {
      if (await stores.campaigns.create(tx, campaign)) {
        await stores.campaigns.addEvent(tx, {
          ...eventOf(campaign, by, at),
          action: 'create',
        });
        return campaign;
      }
      return (await stores.campaigns.same(tx, content)) ?? campaign;
    });
    return this.options.campaignReader.present(written, credentials);
  }

  /** Changes the fields that are given. */
  async patch(
    id: string,
    { version, ...command }: PatchCommand,
    credentials: BackstageCredentials,
  ): Promise<CampaignResponse> {
    const { access, campaignRules, now } = this.options;
    await access.require(MANAGE, credentials);
    const before = await this.options.campaignReader.require(id);
    const given = Object.fromEntries(
      Object.entries(command).filter(([, value]) => value !== undefined),
    );
    const asked: CampaignContent = { ...contentOf(before), ...given };
    const content = await this.sound(asked, credentials);
    const fields = changedFields(before, content);
    if (fields.length === 0)
      return this.options.campaignReader.present(before, credentials);
    requireChangeable(before, fields);
    if (before.version !== version) throw overtaken(before);
    if (fields.includes('dueAt') || fields.includes('startsAt')) {
      campaignRules.requireDays(content);
    }
    const by = nameOf(credentials);
    const at = now();
    const after = {
      ...before,
      ...content,
      changedBy: by,
      changedAt: at,
      version: before.version + 1,
    };
    await this.save(after, {
      ...eventOf(after, by, at),
      action: 'change',
      fields,
    });
    return this.options.campaignReader.present(after, credentials);
  }

  /** Starts, ends or cancels a campaign. What was decided before stays as it is. */
  async decide(
    id: string,
    { action, note }: DecideCommand,
    credentials: BackstageCredentials,
  ): Promise<CampaignResponse> {
    const { access, campaignRecorder, now } = this.options;
    await access.require(MANAGE, credentials);
    const before = await this.options.campaignReader.require(id);
    if (isDecided(before, action))
      return this.options.campaignReader.present(before, credentials);
    requireDecidable(before, action);
    const by = nameOf(credentials);
    const at = now();
    if (action === 'start' && before.dueAt < dayOf(at)) {
      throw new InputError(
        `dueAt: ${before.dueAt} is over; set a later day first`,
      );
    }
    const changed = { ...before, changedBy: by, changedAt: at };
    const after =
      action === 'start'
        ? started(changed, at)
        : {
            ...changed,
            state:
              action === 'end' ? ('ended' as const) : ('cancelled' as const),
            endedAt: at,
            endedBy: by,
            result:
              before.state === 'running'
                ? await campaignRecorder.record(before)
                : undefined,
            version: before.version + 1,
          };
    await this.save(after, { ...eventOf(after, by, at), action, note });
    if (action === 'start') await campaignRecorder.record(after);
    return this.options.campaignReader.present(after, credentials);
  }

  /** The content with whole references. @throws InputError with the field that is wrong */
  private async sound(
    asked: CampaignContent,
    credentials: BackstageCredentials,
  ): Promise<CampaignContent> {
    const { campaignRules } = this.options;
    const owner = await campaignRules.owner(asked.owner, credentials);
    const scope = await campaignRules.scope(asked, credentials);
    return contentOf({ ...asked, ...scope, owner });
  }

  private async save(after: StoredCampaign, event: StoredEvent): Promise<void> {
    const { knex, stores } = this.options;
    await knex.transaction(async tx => {
      const same = await stores.campaigns.same(tx, after);
      if (same && same.id !== after.id) {
        throw new ConflictError(
          `${same.createdBy} made the same campaign at ${isoTime(
            same.createdAt,
          )}`,
        );
      }
      if (!(await stores.campaigns.change(tx, after))) {
        const now = await stores.campaigns.get(tx, after.id);
        throw overtaken(now ?? after);
      }
      await stores.campaigns.addEvent(tx, event);
    });
  }
}
