import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  fingerprint,
  listPostmortemsQuerySchema,
  ListPostmortemsResponse,
  PostmortemItem,
  postmortemStateSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { ReliabilityConfig } from '../config/config';
import { isoOrNull } from '../database/dates';
import { isSortValues } from '../database/keyset';
import { Stores } from '../database/stores';
import { decodeCursor, encodeCursor } from '../http/cursor';
import { requireOneOf } from './fieldsAsked';
import { unlessPrivate } from './FollowUpPresenter';
import { IncidentAccess } from './IncidentAccess';
import { IncidentBrief } from './IncidentBriefStore';
import { searchWords } from './incidentCommand';
import { postmortemIncident } from './PostmortemPresenter';
import {
  PostmortemFilter,
  PostmortemLine,
  StoredPostmortem,
} from './PostmortemStore';
import { templateOf } from './postmortemTexts';

type ListCommand = z.output<typeof listPostmortemsQuerySchema>;

const LONGEST_EXCERPT = 10_000;

/** The postmortems of all incidents, as one reader may see them. */
export class PostmortemListService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly incidentAccess: IncidentAccess;
      readonly now: () => number;
    },
  ) {}

  async list(
    { limit, cursor, ...command }: ListCommand,
    credentials: BackstageCredentials,
  ): Promise<ListPostmortemsResponse> {
    const { knex, stores, incidentAccess, now } = this.options;
    requireOneOf('state', command.state, postmortemStateSchema.options);
    const { q, since, ...rest } = command;
    const filter: PostmortemFilter = {
      ...(await incidentAccess.visibility(credentials)),
      ...rest,
      since: since === undefined ? undefined : Date.parse(since),
      words: searchWords(q),
      now: now(),
    };
    const madeFor = fingerprint(['postmortems', command]);
    const after = decodeCursor(
      cursor,
      madeFor,
      isSortValues(stores.postmortems.sorting),
    );
    const [page, totalItems] = await Promise.all([
      stores.postmortems.page(knex, filter, { after, limit }),
      stores.postmortems.count(knex, filter),
    ]);
    return {
      items: await this.present(page.items, filter.visible),
      totalItems,
      ...(page.next && { nextCursor: encodeCursor(page.next, madeFor) }),
    };
  }

  private async present(
    lines: readonly PostmortemLine[],
    visible: readonly string[] | undefined,
  ): Promise<PostmortemItem[]> {
    const { knex, stores, config } = this.options;
    const incidents = await stores.incidentBriefs.of(
      knex,
      config.tiers,
      lines.map(({ incidentId }) => incidentId),
    );
    const seen = visible && new Set(visible);
    return lines.flatMap(line => {
      const incident = incidents.get(line.incidentId);
      if (!incident) return [];
      const services = incident.services.filter(
        ({ entityRef }) => seen?.has(entityRef) ?? true,
      );
      return [this.item(line, { ...incident, services })];
    });
  }

  private item(
    { postmortem, state, dueAt }: PostmortemLine,
    incident: IncidentBrief,
  ): PostmortemItem {
    const { severityNames } = this.options.config.incidents;
    const { services } = incident;
    return {
      incident: postmortemIncident(incident, severityNames),
      services: services.map(({ entityRef, title }) => ({ entityRef, title })),
      owners: [...new Set(services.flatMap(({ owner }) => owner ?? []))],
      title: unlessPrivate(incident, postmortem?.title ?? incident.title),
      state,
      source: postmortem?.source ?? 'portal',
      url: incident.isPrivate ? null : postmortem?.url ?? null,
      dueAt: isoOrNull(dueAt),
      publishedAt: isoOrNull(postmortem?.publishedAt),
      updatedAt: isoOrNull(postmortem?.updatedAt),
      excerpt:
        postmortem && !incident.isPrivate ? this.excerpt(postmortem) : '',
    };
  }

  /** The text of a published one with the titles of its sections; drafts are not for everybody. */
  private excerpt({ status, sections }: StoredPostmortem): string {
    if (status !== 'published') return '';
    const titles = new Map(
      templateOf(this.options.config.incidents).map(({ id, title }) => [
        id,
        title,
      ]),
    );
    return sections
      .filter(({ text }) => text.trim() !== '')
      .map(({ id, text }) => `${titles.get(id) ?? id}\n${text.trim()}`)
      .join('\n\n')
      .slice(0, LONGEST_EXCERPT);
  }
}
