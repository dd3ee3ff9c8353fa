import { InputError } from '@backstage/errors';
import {
  ScorecardDefinition,
  scorecardDefinitionSchema,
  TierContract,
  tierContractSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { describeIssues } from '../../http/describeIssues';

/** What a request tells of a scorecard: in full, and of tiers where it is a part of app-config. */
export interface ReadDefinition {
  readonly definition: ScorecardDefinition;
  readonly tiers: Readonly<Record<string, TierContract>>;
}

const AT = 'definition';

const sectionSchema = z.object({
  scorecards: z.array(z.unknown()),
  tiers: z
    .array(
      z.object({ id: z.string(), contract: tierContractSchema.default({}) }),
    )
    .default([]),
});

function parse<T extends z.ZodType>(
  schema: T,
  value: unknown,
  at: string,
): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InputError(describeIssues(parsed.error, at));
}

/** A text in YAML, of which JSON is a part. */
function parsedText(text: string): unknown {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) {
    throw new InputError(`${AT}: is not YAML: ${error.message.split('\n')[0]}`);
  }
  try {
    return document.toJS();
  } catch (failure) {
    throw new InputError(`${AT}: ${(failure as Error).message}`);
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const idOf = (value: unknown) => (isObject(value) ? value.id : undefined);

/** The one with the id that is wanted, or the only one. */
function chosenOf(
  definitions: readonly unknown[],
  wanted: string | undefined,
  at: string,
): { value: unknown; at: string } {
  const ids = definitions.map(idOf);
  const index = wanted === undefined ? 0 : ids.indexOf(wanted);
  if (index >= 0 && (wanted !== undefined || definitions.length === 1)) {
    return { value: definitions[index], at: `${at}[${index}]` };
  }
  throw new InputError(
    `${at}: ${
      wanted === undefined
        ? `holds ${definitions.length} scorecards; say by the field scorecard which is meant`
        : `holds no scorecard "${wanted}"`
    }`,
  );
}

/**
 * Reads a scorecard as people have it at hand: by itself, as an entry of a list, or in the section of
 * app-config with tiers beside it.
 *
 * @param given - an object, or a text in YAML or JSON
 * @param wanted - id of the scorecard, where the request names one
 * @throws InputError with the path of the key
 */
export function readDefinition(
  given: unknown,
  wanted: string | undefined,
): ReadDefinition {
  const value = typeof given === 'string' ? parsedText(given) : given;
  if (Array.isArray(value)) {
    const chosen = chosenOf(value, wanted, AT);
    const definition = parse(
      scorecardDefinitionSchema,
      chosen.value,
      chosen.at,
    );
    return { definition, tiers: {} };
  }
  if (!isObject(value)) {
    throw new InputError(`${AT}: expected a scorecard as in the configuration`);
  }
  const within = isObject(value.reliability);
  const section = within ? value.reliability : value;
  if (!isObject(section) || !('scorecards' in section)) {
    const definition = parse(scorecardDefinitionSchema, value, AT);
    return { definition, tiers: {} };
  }
  const at = within ? `${AT}.reliability` : AT;
  const { scorecards, tiers } = parse(sectionSchema, section, at);
  const chosen = chosenOf(scorecards, wanted, `${at}.scorecards`);
  return {
    definition: parse(scorecardDefinitionSchema, chosen.value, chosen.at),
    tiers: Object.fromEntries(tiers.map(({ id, contract }) => [id, contract])),
  };
}
