import { NotFoundError } from '@backstage/errors';
import {
  ChecklistResponse,
  entityPath,
  FollowUp,
  IncidentResponse,
  ListFollowUpsResponse,
  PostmortemResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Caller, ReliabilityClient } from '../demoPortal/ReliabilityClient';
import { DemoEnrichment, DemoFollowUpPlan, DemoPostmortem } from './learning';
import { DAY, incidentIdOf, MINUTE } from './times';

/** What seeds of the demo need. */
export interface SeedContext {
  readonly client: Pick<ReliabilityClient, 'asMachine' | 'asPerson'>;
  /** When the story begins, milliseconds since the epoch. */
  readonly since: number;
}

/** Follow-ups contradict items of this one, and lessons are proposed for it. */
const CHECKLIST = 'production-readiness';

const STATUSES = ['open', 'in-progress', 'done', 'wont-do'];

const pathOf = (incident: string) =>
  `/incidents/${encodeURIComponent(incidentIdOf(incident))}`;

const iso = (ms: number) => new Date(ms).toISOString();

/** Sets what people know beyond the tool; an incident that somebody edited already stays. */
export async function enrich(
  { incident, by, stamps = {}, set }: DemoEnrichment,
  { client }: SeedContext,
): Promise<void> {
  const person = await client.asPerson(by);
  const path = pathOf(incident);
  const before = await person.get<IncidentResponse>(path);
  if (before.edits.length > 0) return;
  const declared = Date.parse(before.stamps.declared?.at ?? before.startedAt);
  const times = Object.entries(stamps).map(([name, minutes]) => [
    name,
    iso(declared + minutes * MINUTE),
  ]);
  await person.send('PATCH', path, {
    ...set,
    ...(times.length > 0 && { stamps: Object.fromEntries(times) }),
  });
}

async function moveTo(
  caller: Caller,
  path: string,
  version: number,
  status: PostmortemResponse['status'],
): Promise<PostmortemResponse> {
  return caller.send('POST', `${path}/status`, { version, status });
}

/** Writes a postmortem and takes it as far as the file says; from where somebody else changed it, it stays. */
export async function writePostmortem(
  { incident, title, by, reviewer, inReview, sections }: DemoPostmortem,
  { client }: SeedContext,
): Promise<void> {
  const path = `${pathOf(incident)}/postmortem`;
  const author = await client.asPerson(by);
  let now = await author.get<PostmortemResponse>(path);
  if (!now.exists) {
    now = await author.send('PUT', path, {
      version: now.version,
      title,
      sections: now.sections.map(({ id, prefilled }) => ({
        id,
        text: sections[id] ?? prefilled,
      })),
    });
  }
  const isUntouched = now.updatedBy === `user:default/${by}`;
  if (isUntouched && now.version === 1 && (inReview || reviewer)) {
    now = await moveTo(author, path, now.version, 'in-review');
  }
  if (reviewer && now.version === 2 && now.status === 'in-review') {
    const second = await client.asPerson(reviewer);
    await moveTo(second, path, now.version, 'published');
  }
}

async function findOrAdd(
  plan: DemoFollowUpPlan,
  person: Caller,
  since: number,
): Promise<FollowUp> {
  const { incident, title, owner, due, ticket, contradicts, status } = plan;
  const query = new URLSearchParams({ incident: incidentIdOf(incident) });
  for (const each of STATUSES) query.append('status', each);
  const { items } = await person.get<ListFollowUpsResponse>(
    `/follow-ups?${query}`,
  );
  const known = items.find(item => item.title === title);
  if (known) return known;
  const added = await person.send<FollowUp>(
    'POST',
    `${pathOf(incident)}/follow-ups`,
    {
      title,
      owner,
      dueAt: due === undefined ? null : iso(since + due * DAY),
      ticket: ticket
        ? {
            system: 'jira',
            key: ticket,
            url: `https://tickets.kittiwake.example/browse/${ticket}`,
          }
        : null,
      contradicts: contradicts
        ? { checklistId: CHECKLIST, itemId: contradicts }
        : null,
    },
  );
  if (!status) return added;
  return person.send('PATCH', `/follow-ups/${added.id}`, { status });
}

/**
 * Waits for what a follow-up contests.
 *
 * @throws NotFoundError while the incident belongs to no service, or one of them has no answer
 */
async function requireAnswer(
  { incident, contradicts }: DemoFollowUpPlan,
  person: Caller,
): Promise<void> {
  const { services } = await person.get<IncidentResponse>(pathOf(incident));
  if (services.length === 0) {
    throw new NotFoundError(`${incident} belongs to no service yet`);
  }
  for (const { entityRef } of services) {
    const { items } = await person.get<ChecklistResponse>(
      `/services/${entityPath(entityRef)}/checklists/${CHECKLIST}`,
    );
    const item = items.find(({ id }) => id === contradicts);
    if (!item?.version) {
      throw new NotFoundError(`Nobody answered ${contradicts} yet`);
    }
  }
}

/** Adds a follow-up and proposes its lesson; what is there stays as it is. */
export async function follow(
  plan: DemoFollowUpPlan,
  { client, since }: SeedContext,
): Promise<void> {
  const person = await client.asPerson(plan.by);
  if (plan.contradicts) await requireAnswer(plan, person);
  const { id, lesson: known } = await findOrAdd(plan, person, since);
  const { lesson } = plan;
  if (!lesson || known) return;
  const proposer = await client.asPerson(lesson.by);
  await proposer.send('POST', `/follow-ups/${id}/lesson`, {
    checklistId: CHECKLIST,
    itemId: lesson.item ?? null,
    title: lesson.title,
    reason: lesson.reason,
  });
}
