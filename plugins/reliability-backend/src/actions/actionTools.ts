import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  CheckReport,
  RouteInput,
  RouteName,
  RouteOutput,
  ServiceResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { LocalApi } from '../http/LocalApi';

/** The zod that the registry of actions hands out; it is another version than ours. */
export type Zod = Parameters<
  Parameters<ActionsRegistryService['register']>[0]['schema']['input']
>[0];

/** The routes of the contract, asked as one caller. */
export type Ask = <Name extends RouteName>(
  name: Name,
  input: RouteInput<Name>,
) => Promise<RouteOutput<Name>>;

export const askAs =
  (local: LocalApi, credentials: BackstageCredentials): Ask =>
  (name, input) =>
    local.call(name, input, credentials);

/** What every action about a service takes. */
export const serviceInput = (z: Zod) => ({
  service: z
    .string()
    .min(1)
    .max(300)
    .describe('Entity reference, such as component:default/pay, or its name'),
});

export const scorecardInput = (z: Zod) => ({
  scorecard: z
    .string()
    .optional()
    .describe('Id of a scorecard; default: the first configured'),
});

export const scoreOutput = (z: Zod, what = 'Score') =>
  z.number().describe(`${what}, 0 to 100`);

/** From the stored thousandths. */
export const percent = (perMille: number) => perMille / 10;

/** @throws InputError when it is no reference */
export function serviceRef(text: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(text, {
        defaultKind: 'component',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    throw new InputError(
      `service: expected a reference such as component:default/pay, not "${text}"`,
    );
  }
}

/** @throws InputError when the service is not ranked on the scorecard */
export function reportOf({ reports }: ServiceResponse, scorecard?: string) {
  const report = scorecard
    ? reports.find(each => each.scorecard.id === scorecard)
    : reports[0];
  if (report) return report;
  const ids = reports.map(each => each.scorecard.id).join(', ');
  throw new InputError(
    scorecard === undefined
      ? 'The service is on no scorecard'
      : `scorecard: the service is not on "${scorecard}", only on ${
          ids || 'none'
        }`,
  );
}

export const checkOutput = (z: Zod) =>
  z.object({
    id: z.string(),
    title: z.string(),
    level: z.string().describe('Id of the level that it belongs to'),
    outcome: z.enum(['pass', 'fail', 'unknown', 'not-applicable', 'exempt']),
    enforced: z.boolean().describe('Others are shown and do not count'),
    weight: z.number(),
    expected: z.string().describe('The rule, with its values filled in'),
    actual: z.array(z.string()).describe('The values that it saw, in words'),
    reason: z.string().optional(),
    why: z.string().optional(),
    fix: z.string().optional(),
  });

type Actual = CheckReport['actual'][number];

function factInWords({ path, state, value, unit, at, source }: Actual) {
  if (state === 'absent') return `${path} is not known`;
  const words = `${path} = ${JSON.stringify(value)}${unit ? ` ${unit}` : ''}`;
  const old = state === 'stale' ? ', too old to count' : '';
  return `${words} (${source ?? 'unknown source'}${at ? `, ${at}` : ''}${old})`;
}

/** A check as an agent reads it. */
export const checkInWords = (check: CheckReport) => ({
  id: check.id,
  title: check.title,
  level: check.level,
  outcome: check.outcome,
  enforced: check.enforcement === 'enforced',
  weight: check.weight,
  expected: check.expected,
  actual: check.actual.map(factInWords),
  ...(check.reason && { reason: check.reason.text }),
  ...(check.why && { why: check.why }),
  ...(check.fix && { fix: check.fix }),
});
