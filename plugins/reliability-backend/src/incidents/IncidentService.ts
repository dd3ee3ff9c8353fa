import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Incident,
  IncidentResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { ReliabilityConfig } from '../config/config';
import { isoTime } from '../database/dates';
import { Stores } from '../database/stores';
import { IncidentPeople } from '../maturity/IncidentPeople';
import { ContestedItems } from './ContestedItems';
import { FollowUpPresenter } from './FollowUpPresenter';
import { IncidentAccess, SeenIncident } from './IncidentAccess';
import { IncidentLine } from './incidentListRow';
import { IncidentPresenter, referenceOf } from './IncidentPresenter';
import { IncidentReader } from './IncidentReader';
import { IncidentVisibility } from './incidentVisibility';
import { subjectKey } from './links/subjectLink';
import {
  peopleIn,
  presentBody,
  presentChange,
  presentSpend,
  presentTimeline,
  toUpdate,
} from './presentIncident';
import { TitledSpend } from './ledger/SpendStore';

const HOUR = 60 * 60 * 1000;

/** How long before an incident a change is near it, and how long before one stands on its timeline. */
const NEAR_MS = 24 * HOUR;
const JUST_BEFORE_MS = HOUR;

const MAX_CHANGES = 100;
const MAX_REPEATS = 20;

/** One incident, as a reader may see it. */
export class IncidentService {
  private readonly contested: ContestedItems;

  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly incidentAccess: IncidentAccess;
      readonly incidentReader: IncidentReader;
      readonly incidentPresenter: IncidentPresenter;
      readonly incidentPeople: IncidentPeople;
      readonly followUpPresenter: FollowUpPresenter;
      readonly now: () => number;
    },
  ) {
    this.contested = new ContestedItems(options);
  }

  /** @throws NotFoundError when there is none, or the caller may see none of its services */
  async get(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<IncidentResponse> {
    const { knex, stores, incidentAccess, incidentPresenter, now } =
      this.options;
    const seen = await incidentAccess.requireVisible(id, credentials);
    const { unmapped } = await incidentAccess.visibility(credentials);
    const refs = seen.services.map(({ entityRef }) => entityRef);
    const visibility = { visible: refs, unmapped };
    const at = now();
    const line = (await stores.incidentList.lines(knex, [id], at)).get(id)!;
    const [item] = await incidentPresenter.items([line], visibility, at);
    const followUps = await stores.followUps.ofIncidents(knex, [id]);
    return {
      ...item,
      ...(await this.story(id, refs, credentials)),
      pages: line.pages,
      subjects: await this.subjects(id, refs),
      spends: await this.spends(id, refs),
      followUpItems: await this.options.followUpPresenter.items(
        followUps,
        credentials,
      ),
      postmortemUrl: line.isPrivate ? null : await this.postmortemUrl(id),
      contested: await this.contested.of(followUps, refs),
      repeats: await this.repeats(line, visibility),
      canEdit: await this.canEdit(seen, credentials),
    };
  }

  /** What happened, who took part, and what people set. */
  private async story(
    id: string,
    refs: readonly string[],
    credentials: BackstageCredentials,
  ) {
    const { knex, stores, incidentReader, incidentPeople } = this.options;
    const stored = (await stores.incidents.load(knex, [id])).get(id)!;
    const incident = incidentReader.effective(stored);
    const written = (await incidentReader.written(knex, stored)).map(toUpdate);
    const people = await incidentPeople.of(
      peopleIn(incident, written),
      credentials,
    );
    const { nearby, during } = await this.changes(incident, refs);
    return {
      ...presentBody(stored, incident, { people, refs }),
      timeline: presentTimeline(incident, written, during, people),
      nearbyChanges: nearby.map(presentChange),
    };
  }

  /** Pushed changes of the day before it began, and those that stand on its timeline. */
  private async changes(incident: Incident, refs: readonly string[]) {
    const { knex, stores, now } = this.options;
    const times = Object.values(incident.stamps).map(({ at }) => at);
    const began = times.length > 0 ? Math.min(...times) : incident.updatedAt;
    const ended = incident.stamps.resolved ?? incident.stamps.closed;
    const until = Math.max(began, ended?.at ?? now());
    const found = await stores.changes.between(
      knex,
      refs,
      { from: began - NEAR_MS, to: until + 1 },
      MAX_CHANGES,
    );
    return {
      nearby: found.filter(({ at }) => at <= began),
      during: found.filter(({ at }) => at >= began - JUST_BEFORE_MS),
    };
  }

  /** What it is about at its account, and which of the services that is; not which others. */
  private async subjects(
    id: string,
    refs: readonly string[],
  ): Promise<IncidentResponse['subjects']> {
    const { knex, stores } = this.options;
    const subjects =
      (await stores.incidentSubjects.of(knex, [id])).get(id) ?? [];
    if (subjects.length === 0) return [];
    const linked = await stores.incidentLinks.servicesOf(knex, subjects);
    const mapped = await stores.incidentMappings.of(knex, subjects);
    return subjects.map(subject => {
      const key = subjectKey(subject);
      const of = new Set([
        ...(linked.get(key) ?? []),
        ...(mapped.get(key)?.entityRefs ?? []),
      ]);
      return {
        account: subject.account,
        kind: subject.kind,
        id: subject.id,
        label: subject.label ?? null,
        url: subject.url ?? null,
        entityRefs: refs.filter(ref => of.has(ref)),
      };
    });
  }

  private async spends(
    id: string,
    refs: readonly string[],
  ): Promise<IncidentResponse['spends']> {
    const { knex, stores } = this.options;
    const spends = await stores.incidentSpends.ofIncidents(knex, [id]);
    const isSeen = ({ entityRef }: TitledSpend) => refs.includes(entityRef);
    return spends.filter(isSeen).flatMap(spend => presentSpend(spend) ?? []);
  }

  private async postmortemUrl(id: string): Promise<string | null> {
    const { knex, stores } = this.options;
    const postmortem = (await stores.postmortems.of(knex, [id])).get(id);
    return postmortem?.url ?? null;
  }

  private async repeats(
    line: IncidentLine,
    { visible = [] }: IncidentVisibility,
  ): Promise<IncidentResponse['repeats']> {
    const { knex, stores, config, now } = this.options;
    const others = await stores.incidentList.sharingKey(
      knex,
      line,
      {
        tiers: config.tiers,
        now: now(),
        visible,
        unmapped: false,
        tests: false,
        words: [],
      },
      MAX_REPEATS,
    );
    return others.map(other => ({
      id: other.id,
      reference: referenceOf(other),
      startedAt: isoTime(other.startedAt),
    }));
  }

  private canEdit(
    { entityRefs }: SeenIncident,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    return this.options.incidentAccess.mayEdit(entityRefs, credentials);
  }
}
