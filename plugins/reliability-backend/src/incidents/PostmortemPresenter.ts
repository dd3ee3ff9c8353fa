import {
  IncidentSeverity,
  PORTAL_ACCOUNT,
  postmortemDeadlines,
  PostmortemResponse,
  postmortemState,
  prefillPostmortem,
  severityName,
  wordingHints,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { ReliabilityConfig } from '../config/config';
import { isoOrNull, isoTime } from '../database/dates';
import { Stores } from '../database/stores';
import { incidentRef, unlessPrivate } from './FollowUpPresenter';
import { SeenIncident } from './IncidentAccess';
import { IncidentBrief } from './IncidentBriefStore';
import { IncidentReader } from './IncidentReader';
import { StoredPostmortem } from './PostmortemStore';
import { missingIn, presentSections, templateOf } from './postmortemTexts';
import { ShownName } from './shownNames';

/** What a postmortem says of its incident. */
export function postmortemIncident(
  incident: IncidentBrief,
  severityNames: readonly string[],
): PostmortemResponse['incident'] {
  const { severityRaw, severityLevel, severityEdited, account } = incident;
  const severity: IncidentSeverity = {
    raw: severityRaw,
    level: severityLevel,
    name:
      severityLevel === null
        ? severityRaw ?? severityName(null)
        : severityName(severityLevel, severityNames),
    from: severityEdited || account === PORTAL_ACCOUNT ? 'person' : 'provider',
  };
  return {
    ...incidentRef(incident),
    severity,
    startedAt: isoTime(incident.startedAt),
    resolvedAt: isoOrNull(incident.resolvedAt),
  };
}

/** Makes a postmortem into what its page shows. */
export class PostmortemPresenter {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly incidentReader: IncidentReader;
      readonly now: () => number;
    },
  ) {}

  /**
   * @param postmortem - undefined: nobody has begun
   * @param reader - what the reader may do and see
   */
  async present(
    incident: SeenIncident,
    postmortem: StoredPostmortem | undefined,
    {
      canEdit,
      shown,
    }: { readonly canEdit: boolean; readonly shown: ShownName },
  ): Promise<PostmortemResponse> {
    const { config, now } = this.options;
    const { severityNames, blamelessWords } = config.incidents;
    const template = templateOf(config.incidents);
    const { prefilled, requiredBy } = await this.given(incident);
    const { source = 'portal', status = 'draft' } = postmortem ?? {};
    const texts = incident.isPrivate ? undefined : postmortem;
    return {
      incident: postmortemIncident(incident, severityNames),
      services: incident.services.map(({ entityRef, title }) => ({
        entityRef,
        title,
      })),
      exists: postmortem !== undefined,
      source,
      state: postmortemState(
        {
          required: incident.postmortemRequired,
          draftDueAt: incident.draftDueAt ?? null,
          publishDueAt: incident.publishDueAt ?? null,
          incident: incident.status,
          status: postmortem?.status ?? null,
        },
        now(),
      ),
      status,
      title: unlessPrivate(incident, postmortem?.title ?? incident.title),
      url: texts?.url ?? null,
      sections: presentSections(texts, template, prefilled),
      required: incident.postmortemRequired,
      requiredBy,
      draftDueAt: isoOrNull(incident.draftDueAt),
      publishDueAt: isoOrNull(incident.publishDueAt),
      ...this.history(postmortem, shown),
      hints: wordingHints(texts?.sections ?? [], blamelessWords),
      missingSections: missingIn(
        postmortem ?? { source, sections: [] },
        template,
      ),
      reviewBySomebodyElse: config.incidents.postmortem.reviewBySomebodyElse,
      canEdit,
    };
  }

  private history(
    postmortem: StoredPostmortem | undefined,
    shown: ShownName,
  ): Pick<
    PostmortemResponse,
    | 'version'
    | 'author'
    | 'createdAt'
    | 'updatedBy'
    | 'updatedAt'
    | 'reviewer'
    | 'publishedAt'
  > {
    const nameIn = (name: string | undefined) =>
      name === undefined ? null : shown(name);
    return {
      version: postmortem?.version ?? 0,
      author: nameIn(postmortem?.author),
      createdAt: isoOrNull(postmortem?.createdAt),
      updatedBy: nameIn(postmortem?.updatedBy),
      updatedAt: isoOrNull(postmortem?.updatedAt),
      reviewer: nameIn(postmortem?.reviewer),
      publishedAt: isoOrNull(postmortem?.publishedAt),
    };
  }

  /** What the incident gives for each section, and which tier wants a postmortem. */
  private async given(seen: SeenIncident): Promise<{
    prefilled: Record<string, string>;
    requiredBy: string | null;
  }> {
    const { knex, config, incidentReader } = this.options;
    const { severityNames } = config.incidents;
    const whole = await incidentReader.of(knex, seen.id);
    if (!whole) return { prefilled: {}, requiredBy: null };
    const { incident, updates, spends } = whole;
    const services = seen.services.map(({ entityRef }) => entityRef);
    const prefilled = prefillPostmortem(
      // Of services that the reader may not see nothing is told.
      { ...incident, entityRefs: services },
      updates,
      templateOf(config.incidents),
      spends.filter(({ entityRef }) => services.includes(entityRef)),
      {
        severityNames,
        titles: Object.fromEntries(
          seen.services.map(({ entityRef, title }) => [entityRef, title]),
        ),
      },
    );
    const tierIds = new Set(seen.services.map(({ tierId }) => tierId));
    const { tier } = postmortemDeadlines(
      incident,
      config.tiers.filter(({ id }) => tierIds.has(id)),
    );
    return { prefilled, requiredBy: tier ?? null };
  }
}
