import { AlertRoute, CompiledSlos, SloDiagnostic } from '../slo';
import {
  ConditionDraft,
  PolicyDraft,
  readCondition,
  readPolicy,
  readTarget,
} from './alertPolicies';
import { apiVersionOf, KINDS, OPENSLO_V1, ROOT } from './apiVersion';
import { CompiledSlo, compileSlo, PlacedQuery, Shelves } from './compileSlo';
import { readMetadata } from './metadata';
import { present } from './present';
import { Shelf } from './Shelf';
import { shortToOpenSlo } from './shortForm';
import { readSli, SliContext, SliDraft } from './sli';
import { KnownSource, withPushed } from './sources';
import { Findings, Spot } from './Spot';

/** What compiling needs to know beside the documents. @public */
export interface SloCompileContext {
  /** As configured; the one for pushed samples need not be among them. */
  readonly sources: readonly KnownSource[];
  /** Documents of the service's other files: what they define can be referred to by name. */
  readonly others?: readonly unknown[];
  /** Names of SLOs that the service's earlier files define. */
  readonly taken?: ReadonlySet<string>;
}

/** Where a query of an SLO is written. @public */
export interface SloQueryPlace extends PlacedQuery {
  /** `metadata.name` of the SLO. */
  readonly slo: string;
}

/** What became of a file, and where its queries are. @public */
export interface CompiledSloFile extends CompiledSlos {
  readonly queries: readonly SloQueryPlace[];
}

interface World {
  readonly shelves: Shelves;
  readonly context: SliContext;
}

type Path = SloDiagnostic['path'];

/** An SLO as OpenSLO, and where its members are written in the file. */
interface Candidate {
  readonly spot: Spot;
  readonly placeOf?: (path: Path) => Path;
  readonly broken?: boolean;
}

function createShelves(context: SliContext): Shelves {
  const conditions = new Shelf<ConditionDraft>('AlertCondition', spot =>
    readCondition(spot),
  );
  const targets = new Shelf<AlertRoute>('AlertNotificationTarget', spot =>
    readTarget(spot),
  );
  return {
    conditions,
    targets,
    slis: new Shelf<SliDraft>('SLI', spot => readSli(spot, context, false)),
    policies: new Shelf<PolicyDraft>('AlertPolicy', spot =>
      readPolicy(spot, { conditions, targets }),
    ),
  };
}

function readDataSource(root: Spot): void {
  readMetadata(root.at('metadata'), 'other');
  const spec = root.at('spec');
  if (!spec.members(['description', 'type', 'connectionDetails'])) return;
  spec.at('type').text();
  const details = spec.at('connectionDetails');
  if (details.absent) return;
  details.note(
    'connection-details-ignored',
    'Connection details are never used: sources are configured by those who run the portal, and a query finds one by its name. Take credentials out of the file.',
  );
}

function readService(root: Spot): void {
  readMetadata(root.at('metadata'), 'other');
  root.at('spec').members(['description']);
}

const nameOf = (root: Spot): string | undefined => {
  const { value } = root.at('metadata', 'name');
  return typeof value === 'string' ? value : undefined;
};

/** Puts a definition where references find it. */
function shelve(kind: string, root: Spot, { shelves }: World): void {
  const shelf = new Map<string, Pick<Shelf<unknown>, 'add'>>([
    ['SLI', shelves.slis],
    ['AlertPolicy', shelves.policies],
    ['AlertCondition', shelves.conditions],
    ['AlertNotificationTarget', shelves.targets],
  ]).get(kind);
  // Without a name nothing refers to it; it is read for its errors.
  shelf?.add(nameOf(root) ?? `\u0000${root.place.document}`, root);
}

/** Reads a document of this file as far as it stands alone; answers it where it is an SLO. */
function sort(root: Spot, world: World): Candidate | undefined {
  const version = apiVersionOf(root);
  if (!version) return undefined;
  if (version === 'short') {
    const short = shortToOpenSlo(root);
    return (
      short && {
        spot: new Spot(short.value, root.place, new Findings()),
        placeOf: short.placeOf,
        broken: short.broken,
      }
    );
  }
  root.members(ROOT);
  const kind = root.at('kind').absent
    ? root.note(
        'kind-unknown',
        `\`kind\` is missing: write one of ${KINDS.join(', ')}.`,
      )
    : root.at('kind').oneOf(KINDS, 'kind-unknown');
  if (kind === 'SLO') return { spot: root };
  if (kind === 'DataSource') readDataSource(root);
  else if (kind === 'Service') readService(root);
  else if (kind) shelve(kind, root, world);
  return undefined;
}

const kindOf = (root: Spot) => String(root.at('kind').value);

/** Whether this is the first SLO of its name; complains where it is not. */
function isFirst(spot: Spot, taken: Set<string>): boolean {
  const name = nameOf(spot);
  if (name === undefined) return true;
  if (!taken.has(name)) {
    taken.add(name);
    return true;
  }
  spot
    .at('metadata', 'name')
    .note(
      'name-duplicate',
      `Another SLO of this service is called "${name}". That one counts; give this one a name of its own.`,
    );
  return false;
}

function compileCandidate(
  { spot, placeOf, broken }: Candidate,
  { shelves, context }: World,
  taken: Set<string>,
  findings: Findings,
): CompiledSlo | undefined {
  const compiled = compileSlo(spot, shelves, context);
  const first = isFirst(spot, taken);
  if (placeOf) findings.take(spot.findings, placeOf);
  if (!compiled || !first || broken) return undefined;
  return placeOf
    ? {
        ...compiled,
        queries: compiled.queries.map(query => ({
          ...query,
          path: placeOf(query.path),
        })),
      }
    : compiled;
}

const byDocument = (one: SloDiagnostic, other: SloDiagnostic) =>
  one.document - other.document;

/**
 * Reads, checks and joins the OpenSLO v1 and short documents of one file. A document with errors never
 * hides the others.
 *
 * @param documents - plain data as a YAML or JSON parser makes it; absent ones (empty documents) are skipped
 * @public
 */
export function compileSlos(
  documents: readonly unknown[],
  { sources, others = [], taken = new Set() }: SloCompileContext,
): CompiledSloFile {
  const findings = new Findings();
  const spots = documents
    .map((value, document) => new Spot(value, { document, path: [] }, findings))
    .filter(({ absent }) => !absent);
  // Of other files only what can be referred to matters; their findings are told where they are written.
  const foreign = others
    .map(
      (value, index) =>
        new Spot(value, { document: -1 - index, path: [] }, new Findings()),
    )
    .filter(each => each.at('apiVersion').value === OPENSLO_V1);
  const dataSources = [...spots, ...foreign].filter(
    each => kindOf(each) === 'DataSource',
  );
  const context: SliContext = {
    sources: withPushed(sources),
    dataSources: new Set(dataSources.map(each => String(nameOf(each)))),
  };
  const world: World = { shelves: createShelves(context), context };
  const candidates = spots.map(spot => sort(spot, world));
  for (const spot of foreign) shelve(kindOf(spot), spot, world);
  const names = new Set(taken);
  const compiled = present(
    candidates.map(
      candidate =>
        candidate && compileCandidate(candidate, world, names, findings),
    ),
  );
  Object.values(world.shelves).forEach(shelf => shelf.readAll());
  return {
    slos: compiled.map(({ slo }) => slo),
    diagnostics: [...findings.items].sort(byDocument),
    queries: compiled.flatMap(({ slo, queries }) =>
      queries.map(query => ({ ...query, slo: slo.name })),
    ),
  };
}
