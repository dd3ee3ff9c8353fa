import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { LocalApi } from '../http/LocalApi';
import {
  askAs,
  checkInWords,
  checkOutput,
  percent,
  reportOf,
  scorecardInput,
  scoreOutput,
  serviceInput,
  serviceRef,
} from './actionTools';

const READ = { attributes: { readOnly: true, idempotent: true } } as const;

/** What an agent may read of one service: itself, its score and what blocks it. */
export function registerServiceActions(
  registry: ActionsRegistryService,
  local: LocalApi,
): void {
  registry.register({
    ...READ,
    name: 'get-service',
    title: 'Get the reliability of a service',
    description:
      'Tier, owner, level, score and coverage of a service on each scorecard, and what needs attention. Coverage is the share of the score that rests on known, fresh facts; a low score with low coverage is unknown rather than bad.',
    schema: {
      input: z => z.object(serviceInput(z)),
      output: z =>
        z.object({
          service: z.string(),
          title: z.string(),
          description: z.string(),
          owner: z.string().nullable(),
          system: z.string().nullable(),
          tier: z.object({ id: z.string(), name: z.string() }),
          problems: z
            .array(z.string())
            .describe('What its entity says that cannot be used'),
          scorecards: z.array(
            z.object({
              id: z.string(),
              title: z.string(),
              level: z.string(),
              score: scoreOutput(z),
              coverage: scoreOutput(z, 'Coverage'),
              rank: z.number().describe('Place among the ranked services'),
              rankedTotal: z.number(),
              attention: z.array(z.string()),
              assessedAt: z.string(),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const ask = askAs(local, credentials);
      const entityRef = serviceRef(input.service);
      const service = await ask('getService', { entityRef });
      const { title, description, owner, system, problems } = service;
      return {
        output: {
          service: service.entityRef,
          title,
          description,
          owner,
          system,
          tier: { id: service.tier.id, name: service.tier.name },
          problems,
          scorecards: service.reports.map(report => ({
            id: report.scorecard.id,
            title: report.scorecard.title,
            level: report.level.name,
            score: percent(report.score),
            coverage: percent(report.coverage),
            rank: report.rank,
            rankedTotal: report.rankedTotal,
            attention: report.attention.map(({ text }) => text),
            assessedAt: report.assessedAt,
          })),
        },
      };
    },
  });

  registry.register({
    ...READ,
    name: 'explain-score',
    title: 'Explain the score of a service',
    description:
      'Every check of a scorecard with its outcome, the values that it saw with their source and time, why it matters and how to fix it; and what is missing for the next level.',
    schema: {
      input: z => z.object({ ...serviceInput(z), ...scorecardInput(z) }),
      output: z =>
        z.object({
          service: z.string(),
          scorecard: z.string(),
          level: z.string(),
          score: scoreOutput(z),
          coverage: scoreOutput(z, 'Coverage'),
          dimensions: z.record(
            z.object({
              score: scoreOutput(z),
              coverage: scoreOutput(z, 'Coverage'),
              failing: z.number(),
              unknown: z.number(),
            }),
          ),
          nextLevel: z
            .object({
              name: z.string(),
              blockedBy: z.array(z.string()).describe('Titles of checks'),
              missingScore: scoreOutput(z, 'Points that are missing'),
            })
            .nullable()
            .describe('null: the highest level is reached'),
          checks: z.array(checkOutput(z)),
        }),
    },
    action: async ({ input, credentials }) => {
      const ask = askAs(local, credentials);
      const entityRef = serviceRef(input.service);
      const service = await ask('getService', { entityRef });
      const report = reportOf(service, input.scorecard);
      const { nextLevel, checks } = report;
      const titleOf = (id: string) =>
        checks.find(check => check.id === id)?.title ?? id;
      return {
        output: {
          service: service.entityRef,
          scorecard: report.scorecard.id,
          level: report.level.name,
          score: percent(report.score),
          coverage: percent(report.coverage),
          dimensions: Object.fromEntries(
            Object.entries(report.dimensions).map(([name, dimension]) => [
              name,
              {
                ...dimension,
                score: percent(dimension.score),
                coverage: percent(dimension.coverage),
              },
            ]),
          ),
          nextLevel: nextLevel && {
            name: nextLevel.name,
            blockedBy: nextLevel.blocking.map(titleOf),
            missingScore: percent(nextLevel.missingScore),
          },
          checks: checks.map(checkInWords),
        },
      };
    },
  });

  registry.register({
    ...READ,
    name: 'list-blocking-checks',
    title: 'List what blocks the next level of a service',
    description:
      'The checks that keep a service from its next level, each with what it wants, what it saw and how to fix it.',
    schema: {
      input: z => z.object({ ...serviceInput(z), ...scorecardInput(z) }),
      output: z =>
        z.object({
          service: z.string(),
          level: z.string(),
          nextLevel: z
            .string()
            .nullable()
            .describe('null: the highest level is reached'),
          liftsTo: z
            .string()
            .nullable()
            .describe('The level once all of these pass'),
          missingScore: scoreOutput(z, 'Points that are missing beside'),
          checks: z.array(checkOutput(z)),
        }),
    },
    action: async ({ input, credentials }) => {
      const ask = askAs(local, credentials);
      const entityRef = serviceRef(input.service);
      const service = await ask('getService', { entityRef });
      const { nextLevel, level, checks } = reportOf(service, input.scorecard);
      const blocking = nextLevel?.blocking ?? [];
      return {
        output: {
          service: service.entityRef,
          level: level.name,
          nextLevel: nextLevel?.name ?? null,
          liftsTo: nextLevel?.liftsTo.name ?? null,
          missingScore: percent(nextLevel?.missingScore ?? 0),
          checks: checks
            .filter(({ id }) => blocking.includes(id))
            .map(checkInWords),
        },
      };
    },
  });
}
