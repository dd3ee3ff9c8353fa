import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { LocalApi } from '../http/LocalApi';
import {
  askAs,
  percent,
  scorecardInput,
  scoreOutput,
  serviceInput,
  serviceRef,
  Zod,
} from './actionTools';

const READ = { attributes: { readOnly: true, idempotent: true } } as const;

const reasonOf = (z: Zod) =>
  z.object({
    decision: z.enum(['allow', 'warn', 'hold']),
    title: z.string(),
    text: z.string(),
    source: z.string().nullable(),
    at: z.string().nullable(),
    waivedBy: z.string().nullable(),
  });

/** What an agent may read of change: whether a service may change now, and what did change. */
export function registerChangeActions(
  registry: ActionsRegistryService,
  local: LocalApi,
): void {
  registry.register({
    ...READ,
    name: 'check-gate',
    title: 'Check the load line of a service',
    description:
      'May this service take more change now? Answers allow, warn or hold with every reason and what is demanded. Nothing is recorded and nothing is waived; a person waives.',
    schema: {
      input: z =>
        z.object({
          ...serviceInput(z),
          change: z
            .string()
            .min(1)
            .max(100)
            .optional()
            .describe('Kind of change, such as deploy or rollback'),
        }),
      output: z =>
        z.object({
          service: z.string(),
          decision: z.enum(['allow', 'warn', 'hold']),
          headline: z.string(),
          reasons: z.array(reasonOf(z)),
          demands: z.array(z.string()),
          decidedAt: z.string(),
        }),
    },
    action: async ({ input: { service, change }, credentials }) => {
      const gate = await askAs(local, credentials)('getGate', {
        entityRef: serviceRef(service),
        query: { change },
      });
      return {
        output: {
          service: gate.entityRef,
          decision: gate.decision,
          headline: gate.headline,
          reasons: gate.reasons.map(reason => ({
            decision: reason.decision,
            title: reason.title,
            text: reason.text,
            source: reason.source,
            at: reason.at,
            waivedBy: reason.waivedBy?.by ?? null,
          })),
          demands: gate.demands,
          decidedAt: gate.decidedAt,
        },
      };
    },
  });

  registry.register({
    ...READ,
    name: 'what-changed',
    title: 'Say what changed between two days',
    description:
      'How level and score of a service differ between two UTC days, how much of it is due to the service, to the rules or to data that came or went stale, and which checks flipped by whom.',
    schema: {
      input: z =>
        z.object({
          ...serviceInput(z),
          ...scorecardInput(z),
          from: z.string().describe('UTC day, such as 2026-11-01'),
          to: z.string().optional().describe('UTC day; default today'),
        }),
      output: z => {
        const state = z
          .object({ day: z.string(), level: z.string(), score: scoreOutput(z) })
          .nullable()
          .describe('null: it was not assessed by then');
        const points = z.number().describe('Points of the score, of 100');
        return z.object({
          service: z.string(),
          before: state,
          after: state,
          points: z
            .object({
              total: points,
              service: points,
              rule: points,
              data: points,
              unexplained: points,
            })
            .nullable()
            .describe('null: one of the two states is not known'),
          flips: z.array(
            z.object({
              check: z.string(),
              from: z.string().nullable(),
              to: z.string().nullable(),
              cause: z.enum(['service', 'rule', 'data']),
              by: z.string().nullable(),
              at: z.string().nullable(),
            }),
          ),
        });
      },
    },
    action: async ({ input, credentials }) => {
      const { service, scorecard, from, to } = input;
      const changes = await askAs(local, credentials)('getServiceChanges', {
        entityRef: serviceRef(service),
        query: { scorecard, from, to },
      });
      const { before, after, difference } = changes;
      const stateOf = ({ day, state }: typeof before) =>
        state && { day, level: state.level.name, score: percent(state.score) };
      return {
        output: {
          service: changes.entityRef,
          before: stateOf(before),
          after: stateOf(after),
          points: difference && {
            total: percent(difference.score),
            service: percent(difference.points.service),
            rule: percent(difference.points.rule),
            data: percent(difference.points.data),
            unexplained: percent(difference.points.unexplained),
          },
          flips: (difference?.flips ?? []).map(flip => ({
            check: flip.title,
            from: flip.from ?? null,
            to: flip.to ?? null,
            cause: flip.cause,
            by: flip.by,
            at: flip.at,
          })),
        },
      };
    },
  });
}
