import { FakePagerduty } from '@plimsoll/test-fakes';
import { idOf, personOf } from '../demoOncall/people';
import { planOf } from '../demoOncall/plan';
import { DemoOncall } from '../demoOncall/readDemoOncall';
import { DemoIncidents, DemoPagerdutyIncident } from './readDemoIncidents';
import { MINUTE, timeOf } from './times';
import { incidentsOf } from './troubles';

/** Minutes after which the next level is called. */
const ESCALATION = 10;

/** The company has used it for a while. */
const FIRST_NUMBER = 3200;

const userId = (name: string) => idOf('U', name);

/** Who is called at a time by each level of what stands behind a service. */
function levelsAt(
  { pagerduty, schedules }: DemoOncall,
  since: number,
): (service: string, at: number) => (string | undefined)[] {
  const levels = new Map(
    pagerduty.flatMap(policy =>
      Object.keys(policy.services ?? {}).map(id => [id, policy.levels]),
    ),
  );
  const plans = new Map(
    Object.entries(schedules).map(([id, each]) => [id, planOf(each, since)]),
  );
  return (service, at) =>
    (levels.get(service) ?? []).map(([target]) => {
      const plan = plans.get(target);
      return plan ? plan(at, at + 1)[0]?.person : target;
    });
}

interface Told {
  readonly at: number;
  readonly number: number;
  /** By level; nobody where the plan leaves it open. */
  readonly called: readonly (string | undefined)[];
}

function tell(
  vendor: FakePagerduty,
  incident: DemoPagerdutyIncident,
  { at, number, called }: Told,
): void {
  const { id, ack, by = called[0], end, notes = [], mergedInto } = incident;
  const { incidents } = vendor;
  const after = (minutes: number) => at + minutes * MINUTE;
  const { title, service, priority, key } = incident;
  const urgency = priority === 'P4' ? 'low' : 'high';
  incidents.trigger({
    id,
    number,
    title,
    service,
    priority,
    key,
    urgency,
    createdAt: at,
  });
  const until = ack ?? end ?? Infinity;
  called.forEach((person, level) => {
    const minutes = level * ESCALATION;
    if (person && minutes < until) {
      incidents.notify(id, userId(person), after(minutes));
    }
  });
  if (ack !== undefined) {
    incidents.acknowledge(id, by && userId(by), after(ack));
  }
  for (const note of notes) {
    incidents.note(id, note.text, userId(note.by), after(note.after));
  }
  if (end === undefined) return;
  if (mergedInto) incidents.merge(id, mergedInto, after(end));
  else {
    const isHuman = ack !== undefined && by;
    incidents.resolve(id, isHuman ? userId(by) : undefined, after(end));
  }
}

/** Puts what happened in the past year into a PagerDuty that has its services and people. */
export function fillPagerdutyIncidents(
  vendor: FakePagerduty,
  oncall: DemoOncall,
  { troubles, pagerduty }: DemoIncidents,
  since: number,
): void {
  const called = levelsAt(oncall, since);
  const all = [...incidentsOf(troubles), ...pagerduty]
    .map(incident => ({ incident, at: timeOf(incident.at, since) }))
    .sort((a, b) => a.at - b.at);
  for (const { incident } of all) {
    for (const name of [
      incident.by ?? [],
      (incident.notes ?? []).map(note => note.by),
    ].flat()) {
      vendor.addUser({ id: userId(name), ...personOf(oncall, name) });
    }
  }
  all.forEach(({ incident, at }, index) => {
    tell(vendor, incident, {
      at,
      number: FIRST_NUMBER + index,
      called: called(incident.service, at),
    });
  });
}
