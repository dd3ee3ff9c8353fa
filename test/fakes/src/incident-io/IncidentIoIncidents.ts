import { FakeReply, FakeRequest } from '../FakeVendor';
import {
  documentJson,
  escalationJson,
  followUpJson,
  incidentJson,
  updateJson,
} from './incidentJson';
import { IncidentIoIncident } from './incidentState';
import { error, notFound, pageOf } from './replies';

const ESCALATIONS_PAGE = 50;

const withIds = <T>(list: readonly T[], prefix: string) =>
  list.map((item, index) => ({ ...item, id: `${prefix}${index}` }));

/** What is filtered by a time: `created_at[gte]` and `updated_at[gte]`. */
function since(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(`${name}[gte]`);
  return text === null ? -Infinity : Date.parse(text);
}

/** The incidents of an account, and what belongs to them. */
export class IncidentIoIncidents {
  /** In the order in which they were created here. */
  readonly byId = new Map<string, IncidentIoIncident>();
  /** `always`: every page of incidents says that there is another; `same`: and is the first one. */
  endless: 'no' | 'always' | 'same' = 'no';
  /** The second version of the list of follow-ups is announced to end. */
  followUps: 'v2' | 'v3' = 'v2';
  private count = 0;

  /** @param now - the vendor's clock; milliseconds since the epoch */
  constructor(private readonly now: () => number) {}

  /** @returns its id */
  add(incident: Partial<IncidentIoIncident>): string {
    this.count += 1;
    const id = incident.id ?? `01HXINC${`${this.count}`.padStart(6, '0')}`;
    const createdAt = incident.createdAt ?? this.now();
    this.byId.set(id, {
      name: 'Something is wrong',
      category: 'live',
      severity: null,
      mode: 'standard',
      visibility: 'public',
      createdAt,
      updatedAt: createdAt,
      timestamps: {},
      fields: {},
      roles: [],
      updates: [],
      followUps: [],
      documents: [],
      escalations: [],
      ...incident,
      id,
    });
    return id;
  }

  /** Changes what is named, now, unless a time is given. */
  change(id: string, changes: Partial<IncidentIoIncident>): void {
    const incident = this.byId.get(id);
    if (!incident) throw new Error(`No incident "${id}"`);
    this.byId.set(id, { ...incident, updatedAt: this.now(), ...changes });
  }

  answer(request: FakeRequest): FakeReply {
    const [, version, list, id] = request.path.split('/');
    if (version === 'v1') {
      return list === 'postmortem_documents' && !id
        ? this.documents(request)
        : notFound();
    }
    switch (list) {
      case 'incidents':
        return id ? this.one(id) : this.list(request);
      case 'incident_updates':
        return id ? notFound() : this.updates(request);
      case 'follow_ups':
        return id || version !== this.followUps
          ? notFound()
          : this.followUpList(request);
      case 'escalations':
        return id ? notFound() : this.escalations(request);
      default:
        return notFound();
    }
  }

  private one(id: string): FakeReply {
    const incident = this.byId.get(id);
    return incident
      ? { body: { incident: incidentJson(incident) } }
      : notFound();
  }

  private list(request: FakeRequest): FakeReply {
    const { query } = request;
    const created = since(query, 'created_at');
    const updated = since(query, 'updated_at');
    if (Number.isNaN(created) || Number.isNaN(updated)) {
      return error(422, 'validation_error', 'A time cannot be read');
    }
    const asked = query.getAll('mode[one_of]');
    const modes = asked.length > 0 ? asked : ['standard', 'retrospective'];
    const newest = query.get('sort_by') === 'created_at_newest_first';
    const all = [...this.byId.values()]
      .filter(
        each =>
          each.createdAt >= created! &&
          each.updatedAt >= updated! &&
          modes.includes(each.mode),
      )
      .sort((a, b) => a.createdAt - b.createdAt || a.id.localeCompare(b.id));
    if (newest) all.reverse();
    if (this.endless !== 'no') return this.again(query.get('after'), all);
    return pageOf(request, 'incidents', all, incidentJson);
  }

  private again(
    after: string | null,
    all: readonly IncidentIoIncident[],
  ): FakeReply {
    const round = Number(after ?? 0) + 1;
    const suffix = this.endless === 'always' ? `R${round}` : '';
    return {
      body: {
        incidents: all.map(each =>
          incidentJson({ ...each, id: `${each.id}${suffix}` }),
        ),
        pagination_meta: { page_size: all.length, after: `${round}` },
      },
    };
  }

  private updates(request: FakeRequest): FakeReply {
    const incident = this.byId.get(request.query.get('incident_id') ?? '');
    const updates = withIds(incident?.updates ?? [], `${incident?.id}U`);
    return pageOf(request, 'incident_updates', updates, update =>
      updateJson(incident!, update),
    );
  }

  private followUpList(request: FakeRequest): FakeReply {
    const asked = request.query.get('incident_id');
    const all = [...this.byId.values()]
      .filter(({ id, mode }) =>
        asked ? id === asked : ['standard', 'retrospective'].includes(mode),
      )
      .flatMap(incident =>
        incident.followUps.map((each, index) =>
          followUpJson(incident, each, index),
        ),
      );
    return this.followUps === 'v2'
      ? { body: { follow_ups: all } }
      : pageOf(request, 'follow_ups', all, each => each);
  }

  private documents(request: FakeRequest): FakeReply {
    const incident = this.byId.get(request.query.get('incident_id') ?? '');
    const all = (incident?.documents ?? []).map((each, index) =>
      documentJson(incident!, each, index),
    );
    return pageOf(request, 'postmortem_documents', all, each => each);
  }

  private escalations(request: FakeRequest): FakeReply {
    const asked = request.query.getAll('incident[one_of]');
    const all = [...this.byId.values()]
      .flatMap(incident =>
        withIds(incident.escalations, `${incident.id}E`).map(each =>
          escalationJson(incident, each),
        ),
      )
      .filter(
        each =>
          asked.length === 0 ||
          each.related_incidents.some(({ id }) => asked.includes(id)),
      );
    return pageOf(request, 'escalations', all, each => each, {
      most: ESCALATIONS_PAGE,
    });
  }
}
