import { FakeFirehydrant } from '@plimsoll/test-fakes';
import { DemoMajorIncident } from './readDemoIncidents';
import { DAY, majorId, MINUTE, timeOf } from './times';

function toIncident(
  incident: DemoMajorIncident,
  number: number,
  since: number,
): Parameters<FakeFirehydrant['add']>[0] {
  const { name, summary, services, severity, stamps, people = {} } = incident;
  const { tickets = [], customers, restricted, report } = incident;
  const at = timeOf(incident.at, since);
  const milestones = Object.fromEntries(
    Object.entries(stamps).map(([slug, minutes]) => [
      slug,
      at + minutes * MINUTE,
    ]),
  );
  const end = milestones.resolved ?? at;
  const published = report === undefined ? undefined : end + report * DAY;
  const id = majorId(number);
  return {
    id,
    name,
    summary,
    services,
    severity,
    restricted,
    customersImpacted: customers,
    createdAt: at,
    updatedAt: published ?? end,
    milestones,
    milestone: milestones.resolved ? 'resolved' : 'acknowledged',
    people: Object.entries(people).map(([role, person]) => ({
      name: person,
      role,
    })),
    tickets: tickets.map(({ title, state, who, due }) => ({
      summary: title,
      state,
      assignee: who,
      dueAt: due === undefined ? undefined : at + due * DAY,
    })),
    ...(published !== undefined && {
      report: {
        url: `https://app.firehydrant.example/retrospectives/${number}`,
        updatedAt: published,
        publishedAt: published,
      },
    }),
  };
}

/** Puts the large incidents of the past year into an empty FireHydrant, which numbers them in this order. */
export function fillFirehydrant(
  vendor: FakeFirehydrant,
  incidents: readonly DemoMajorIncident[],
  since: number,
): void {
  incidents.forEach((incident, index) => {
    vendor.add(toIncident(incident, index + 1, since));
  });
}
