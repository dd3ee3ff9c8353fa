import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { OncallPersonItem } from '@plimsoll/backstage-plugin-reliability-common';
import { LocalApi } from '../http/LocalApi';
import { askAs, serviceInput, serviceRef } from './actionTools';

const READ = { attributes: { readOnly: true, idempotent: true } } as const;

const called = ({ name, entityRef }: OncallPersonItem) =>
  entityRef ?? name ?? 'somebody whose name is hidden from you';

/** What an agent may read of the people around a service: who is on call, and what is still to be done. */
export function registerWorkActions(
  registry: ActionsRegistryService,
  local: LocalApi,
): void {
  registry.register({
    ...READ,
    name: 'who-is-on-call',
    title: 'Say who is on call for a service',
    description:
      'Who is on call now at each level, until when, and who is next; and what is wrong with the cover.',
    schema: {
      input: z => z.object(serviceInput(z)),
      output: z =>
        z.object({
          service: z.string(),
          at: z.string(),
          cover: z
            .enum(['covered', 'uncovered', 'unknown', 'none'])
            .describe('unknown: the source is silent. none: no rotation'),
          levels: z.array(
            z.object({
              level: z.number().nullable(),
              people: z.array(z.string()).describe('Empty: nobody'),
              until: z.string().nullable(),
              next: z.array(z.string()),
            }),
          ),
          rotations: z.array(
            z.object({ title: z.string(), url: z.string().nullable() }),
          ),
          findings: z
            .array(
              z.object({
                code: z.string(),
                severity: z.enum(['error', 'warning', 'info']),
                evidence: z
                  .record(z.union([z.string(), z.number()]))
                  .describe('What was found and what is wanted'),
              }),
            )
            .describe('What is wrong with the cover, the worst first'),
        }),
    },
    action: async ({ input, credentials }) => {
      const oncall = await askAs(local, credentials)('getServiceOncall', {
        entityRef: serviceRef(input.service),
      });
      return {
        output: {
          service: oncall.entityRef,
          at: oncall.at,
          cover: oncall.cover.state,
          levels: oncall.cover.levels.map(({ level, people, until, next }) => ({
            level,
            people: people.map(called),
            until,
            next: (next?.people ?? []).map(called),
          })),
          rotations: oncall.rotations.map(({ title, url }) => ({ title, url })),
          findings: oncall.findings.map(({ code, severity, evidence }) => ({
            code,
            severity,
            evidence,
          })),
        },
      };
    },
  });

  registry.register({
    ...READ,
    name: 'list-open-follow-ups',
    title: 'List open follow-ups of incidents',
    description:
      'Follow-ups of incidents that are not done, those due first; of a service, of an owner, or of everything that the caller may see.',
    schema: {
      input: z =>
        z.object({
          service: serviceInput(z).service.optional(),
          owner: z
            .string()
            .optional()
            .describe('Entity reference of a User or Group'),
          overdue: z.boolean().default(false).describe('Only those overdue'),
          limit: z.number().int().min(1).max(200).default(50),
        }),
      output: z =>
        z.object({
          total: z.number().describe('More than are listed: raise the limit'),
          followUps: z.array(
            z.object({
              title: z.string(),
              incident: z.string(),
              services: z.array(z.string()),
              owner: z.string().nullable(),
              dueAt: z.string().nullable(),
              overdue: z.boolean(),
              ticket: z.string().nullable(),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const { service, owner, overdue, limit } = input;
      const page = await askAs(local, credentials)('listFollowUps', {
        query: {
          ...(service && { service: serviceRef(service) }),
          ...(owner && { owner }),
          ...(overdue && { overdue: 'true' }),
          limit,
        },
      });
      return {
        output: {
          total: page.totalItems,
          followUps: page.items.map(item => ({
            title: item.title,
            incident: `${item.incident.reference} ${item.incident.title}`,
            services: item.services.map(({ entityRef }) => entityRef),
            owner: item.owner,
            dueAt: item.dueAt,
            overdue: item.overdue,
            ticket: item.ticket?.url ?? null,
          })),
        },
      };
    },
  });
}
