import { Spot } from './Spot';

/** A source as the configuration names it. @public */
export interface KnownSource {
  readonly name: string;
  readonly type: string;
  readonly default?: boolean;
}

/** Name and type of the source that takes pushed samples; it is always there. @public */
export const PUSHED_SOURCE = 'pushed';

const PUSHED: KnownSource = { name: PUSHED_SOURCE, type: PUSHED_SOURCE };

/** The configured sources and the one for pushed samples. */
export const withPushed = (sources: readonly KnownSource[]): KnownSource[] =>
  sources.some(({ name }) => name === PUSHED_SOURCE)
    ? [...sources]
    : [...sources, PUSHED];

const names = (sources: readonly KnownSource[]) =>
  sources.map(({ name, type }) => `${name} (${type})`).join(', ');

function named(
  metricSource: Spot,
  ref: string,
  sources: readonly KnownSource[],
  documented: boolean,
): KnownSource | undefined {
  const found = sources.find(({ name }) => name === ref);
  if (!found) {
    return metricSource
      .at('metricSourceRef')
      .note(
        'source-unknown',
        `No source "${ref}" is configured${
          documented
            ? '; the DataSource document of that name opens no connection'
            : ''
        }. Configured are ${names(
          sources,
        )}: use one of them, or ask those who run the portal to add it to reliability.slo.sources.`,
      );
  }
  const type = metricSource.at('type').text();
  if (type !== undefined && type.toLowerCase() !== found.type.toLowerCase()) {
    metricSource
      .at('type')
      .note(
        'source-type-differs',
        `Source "${ref}" is of type ${found.type}, not ${type}; ${found.type} it is.`,
      );
  }
  return found;
}

const defaultOf = (sources: readonly KnownSource[]) => {
  const asking = sources.filter(({ name }) => name !== PUSHED_SOURCE);
  return (
    sources.find(each => each.default) ??
    (asking.length === 1 ? asking[0] : undefined)
  );
};

function ofType(
  spot: Spot,
  type: string,
  sources: readonly KnownSource[],
): KnownSource | undefined {
  const fitting = sources.filter(
    each => each.type.toLowerCase() === type.toLowerCase(),
  );
  if (fitting.length === 0) {
    return spot.note(
      'source-type-unknown',
      `No source of type ${type} is configured. Configured are ${names(
        sources,
      )}: name one in \`metricSourceRef\`.`,
    );
  }
  const chosen = defaultOf(fitting);
  return (
    chosen ??
    fitting.find(({ name }) => fitting.length === 1 && name) ??
    spot.note(
      'source-unclear',
      `Several sources are of type ${type}: ${names(
        fitting,
      )}. Name one in \`metricSourceRef\`.`,
    )
  );
}

/**
 * The configured source that a `metricSource` means: the one it names, else the only one of its type or the
 * default among them, else the default.
 */
export function resolveSource(
  metricSource: Spot,
  sources: readonly KnownSource[],
  dataSources: ReadonlySet<string>,
): KnownSource | undefined {
  const ref = metricSource.at('metricSourceRef');
  const refText = ref.text();
  if (refText !== undefined) {
    return named(metricSource, refText, sources, dataSources.has(refText));
  }
  if (!ref.absent) return undefined;
  const type = metricSource.at('type');
  const typeText = type.text();
  if (typeText !== undefined) return ofType(type, typeText, sources);
  if (!type.absent) return undefined;
  return (
    defaultOf(sources) ??
    metricSource.note(
      'source-unclear',
      `No source is named and none is the default. Name one in \`metricSourceRef\`: ${names(
        sources,
      )}.`,
    )
  );
}
