import { FakeReply, FakeRequest } from '../FakeVendor';
import { incidentJson, logEntryJson } from './incidentJson';
import { PagerdutyIncident, PagerdutyIncidents } from './incidents';
import { invalid, notFound, pageOf, PagerdutyPaging } from './paging';
import { PagerdutyService, PagerdutyUser } from './state';

const DAY_MS = 24 * 3600_000;
const MOST_MS = 184 * DAY_MS;
const DEFAULT_MS = 30 * DAY_MS;

interface Account {
  readonly incidents: PagerdutyIncidents;
  readonly users: ReadonlyMap<string, PagerdutyUser>;
  readonly services: ReadonlyMap<string, PagerdutyService>;
}

const among = ({ query }: FakeRequest, name: string, value: string) => {
  const values = query.getAll(name);
  return values.length === 0 || values.includes(value);
};

const timeOf = ({ query }: FakeRequest, name: string, otherwise: number) =>
  query.has(name) ? Date.parse(query.get(name) ?? '') : otherwise;

function listIncidents(
  account: Account,
  request: FakeRequest,
  paging: PagerdutyPaging,
): FakeReply {
  const isAll = request.query.get('date_range') === 'all';
  const to = timeOf(request, 'until', paging.now + 1);
  const from = timeOf(request, 'since', to - DEFAULT_MS);
  if (!isAll && to - from > MOST_MS) return invalid('Range too long');
  const order = request.query.get('sort_by') === 'created_at:desc' ? -1 : 1;
  const found = [...account.incidents.values()]
    .filter(({ createdAt: at }) => isAll || (at >= from && at < to))
    .filter(({ status }) => among(request, 'statuses[]', status))
    .filter(({ service }) => among(request, 'service_ids[]', service))
    .sort((a, b) => order * (a.createdAt - b.createdAt || a.number - b.number));
  return pageOf(
    request,
    'incidents',
    found,
    each => incidentJson(each, account),
    paging,
  );
}

function listLog(
  account: Account,
  incidents: readonly PagerdutyIncident[],
  request: FakeRequest,
  paging: PagerdutyPaging,
): FakeReply {
  const from = timeOf(request, 'since', -Infinity);
  const to = timeOf(request, 'until', Infinity);
  const whole = request.query.getAll('include[]').includes('incidents');
  const found = incidents
    .flatMap(incident => incident.log.map(entry => ({ incident, entry })))
    .filter(({ entry: { at } }) => at >= from && at < to && at <= paging.now)
    .sort((a, b) => b.entry.at - a.entry.at);
  return pageOf(
    request,
    'log_entries',
    found,
    ({ entry, incident }) => logEntryJson(entry, incident, account, whole),
    paging,
  );
}

/** What `/incidents` and `/log_entries` answer; undefined: something else was asked for. */
export function answerIncidents(
  account: Account,
  request: FakeRequest,
  paging: PagerdutyPaging,
): FakeReply | undefined {
  const [, list, id, sub] = request.path.split('/');
  const all = [...account.incidents.values()];
  if (list === 'log_entries' && !id) {
    return listLog(account, all, request, paging);
  }
  if (list !== 'incidents') return undefined;
  if (!id) return listIncidents(account, request, paging);
  const incident = account.incidents.get(id);
  if (!incident) return notFound();
  if (sub === 'log_entries') {
    return listLog(account, [incident], request, paging);
  }
  return sub
    ? notFound()
    : { body: { incident: incidentJson(incident, account) } };
}
