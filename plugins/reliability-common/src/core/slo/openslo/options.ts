import { DateTime } from 'luxon';
import { Aggregation, AlertRoute, EmptySlices, Slo } from '../slo';
import { nearest } from './nearest';
import { Spot } from './Spot';

/** Prefix of the annotations that set options. */
export const OPTION_PREFIX = 'plimsoll.dev/';

const NAMES = [
  'empty-slices',
  'min-failures',
  'mode',
  'runbook',
  'reviewed-on',
  'aggregation',
  'composite-target',
  'routes',
] as const;

/** An option, as its annotation is called after the prefix. */
export type OptionName = (typeof NAMES)[number];

const EMPTY_SLICES: readonly EmptySlices[] = ['good', 'exclude', 'bad'];
const MODES: readonly Slo['options']['mode'][] = ['raw', 'recorded'];
const AGGREGATIONS: readonly Aggregation[] = [
  'weightedSum',
  'weightedAverage',
  'worst',
];

/** What the annotations of an SLO say. */
export interface Options {
  readonly options: Slo['options'];
  readonly aggregation?: Aggregation;
  /** Percent. */
  readonly compositeTarget?: number;
  readonly routes: readonly AlertRoute[];
}

const invalid = (spot: Spot, allowed: string): undefined =>
  spot.note(
    'option-invalid',
    `\`${spot.key}\` is ${JSON.stringify(spot.value)?.slice(
      0,
      80,
    )}, allowed is ${allowed}.`,
  );

function choice<T extends string>(
  spot: Spot,
  allowed: readonly T[],
): T | undefined {
  if (spot.absent) return undefined;
  return (
    allowed.find(each => each === spot.value) ??
    invalid(spot, allowed.join(', '))
  );
}

/** Annotations are texts; a bare number is taken as one. */
const plain = ({ value }: Spot): string | undefined =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value).trim()
    : undefined;

function count(spot: Spot): number | undefined {
  if (spot.absent) return undefined;
  const text = plain(spot) ?? '';
  return /^[1-9]\d{0,8}$/.test(text)
    ? Number(text)
    : invalid(spot, 'a whole number from 1');
}

function percent(spot: Spot): number | undefined {
  if (spot.absent) return undefined;
  const text = plain(spot) ?? '';
  return /^\d{1,2}(\.\d{1,4})?$/.test(text)
    ? Number(text)
    : invalid(spot, 'a percentage from 0 to below 100 such as "99.9"');
}

function day(spot: Spot): string | undefined {
  if (spot.absent) return undefined;
  const text = plain(spot) ?? '';
  return DateTime.fromFormat(text, 'yyyy-MM-dd').isValid
    ? text
    : invalid(spot, 'a day such as 2026-11-20');
}

function address(spot: Spot): string | undefined {
  if (spot.absent) return undefined;
  const text = plain(spot) ?? '';
  return /^https?:\/\/[^\s]{1,2000}$/.test(text)
    ? text
    : invalid(spot, 'an address that begins with https:// or http://');
}

const isRoute = (value: unknown): value is AlertRoute => {
  const { name, target, description } = Object(value);
  return (
    typeof name === 'string' &&
    typeof target === 'string' &&
    (description === undefined || typeof description === 'string')
  );
};

function parsedRoutes(text: string): unknown[] | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `pager, #pay`, or what {@link routesText} wrote. */
function routes(spot: Spot): AlertRoute[] {
  if (spot.absent) return [];
  const text = plain(spot) ?? '';
  const written = text.startsWith('[')
    ? parsedRoutes(text)
    : text
        .split(',')
        .map(each => each.trim())
        .filter(each => each !== '')
        .map(name => ({ name, target: name }));
  if (!written?.length || !written.every(isRoute)) {
    invalid(spot, 'names separated by commas');
    return [];
  }
  return written.map(({ name, target, description }) => ({
    name,
    target,
    ...(description !== undefined && { description }),
  }));
}

/** Routes as the text of an annotation: names where they say all. */
export const routesText = (all: readonly AlertRoute[]): string =>
  all.every(
    ({ name, target, description }) =>
      name === target && description === undefined && /^[^,[\s]+$/.test(name),
  )
    ? all.map(({ name }) => name).join(', ')
    : JSON.stringify(all);

/** Reads the `plimsoll.dev/*` annotations of an SLO; others are left alone. */
export function readOptions(annotations: Spot): Options {
  if (annotations.members()) {
    for (const key of Object.keys(annotations.value as object)) {
      const name = key.slice(OPTION_PREFIX.length);
      if (key.startsWith(OPTION_PREFIX) && !NAMES.some(one => one === name)) {
        const meant = nearest(name, NAMES);
        annotations
          .at(key)
          .note(
            'option-unknown',
            `\`${key}\` is not known and has no effect. ${
              meant
                ? `Did you mean \`${OPTION_PREFIX}${meant}\`?`
                : `Known are ${NAMES.join(', ')}.`
            }`,
          );
      }
    }
  }
  const at = (name: OptionName) => annotations.at(`${OPTION_PREFIX}${name}`);
  const runbook = address(at('runbook'));
  const reviewedOn = day(at('reviewed-on'));
  return {
    options: {
      emptySlices: choice(at('empty-slices'), EMPTY_SLICES) ?? 'good',
      minFailures: count(at('min-failures')) ?? 1,
      mode: choice(at('mode'), MODES) ?? 'raw',
      ...(runbook !== undefined && { runbook }),
      ...(reviewedOn !== undefined && { reviewedOn }),
    },
    aggregation: choice(at('aggregation'), AGGREGATIONS),
    compositeTarget: percent(at('composite-target')),
    routes: routes(at('routes')),
  };
}
