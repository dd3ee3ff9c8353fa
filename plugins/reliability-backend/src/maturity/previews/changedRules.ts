import { InputError } from '@backstage/errors';
import {
  canonicalJson,
  changeScorecard,
  changeTiers,
  CompiledScorecard,
  compileScorecard,
  previewRequestSchema,
  ScorecardDefinition,
  Tier,
  TierContract,
  unknownChecks,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { ReliabilityConfig } from '../../config/config';
import { findScorecard } from '../findScorecard';
import { readDefinition } from './readDefinition';

export type PreviewCommand = z.output<typeof previewRequestSchema>;

/** The rules in force beside those that are tried. */
export interface ChangedRules {
  readonly before: CompiledScorecard;
  readonly after: CompiledScorecard;
  readonly tiers: readonly Tier[];
  /** Those contracts that are tried, by the id of the tier. */
  readonly contracts: Readonly<Record<string, TierContract>>;
  /** Ids of the tiers whose contract is another one. */
  readonly touchedTiers: ReadonlySet<string>;
}

/** The path in the request of a key of the definition that came of it. */
function pathIn(
  { definition, changes = {} }: PreviewCommand,
  result: ScorecardDefinition,
  path: string,
): string {
  if (definition !== undefined) return `definition.${path}`;
  const [, index, rest] = /^checks\[(\d+)\](.*)$/.exec(path) ?? [];
  if (index === undefined) return `changes.${path}`;
  const { id } = result.checks[Number(index)];
  const added = result.checks.length - (changes.add ?? []).length;
  if (Number(index) >= added) {
    return `changes.add[${Number(index) - added}]${rest}`;
  }
  const place = (changes.checks ?? []).findIndex(check => check.id === id);
  return place < 0 ? `check ${id}${rest}` : `changes.checks[${place}]${rest}`;
}

function checkTiers(
  tiers: readonly Tier[],
  contracts: Readonly<Record<string, TierContract>>,
): void {
  const known = tiers.map(({ id }) => id);
  const unknown = Object.keys(contracts).find(id => !known.includes(id));
  if (unknown === undefined) return;
  throw new InputError(
    `tiers.${unknown}: unknown tier, expected one of ${known.join(', ')}`,
  );
}

function checkNames(
  { changes = {} }: PreviewCommand,
  { id, checks, levels }: ScorecardDefinition,
): void {
  const [unknown] = unknownChecks({ id, title: '', checks, levels }, changes);
  if (!unknown) return;
  throw new InputError(
    `changes.${unknown.path}: there is no check "${unknown.id}" in the scorecard ${id}`,
  );
}

const touchedBy = (inForce: readonly Tier[], tiers: readonly Tier[]) =>
  new Set(
    tiers
      .filter((tier, index) => {
        const { contract } = inForce[index];
        return canonicalJson([tier.contract]) !== canonicalJson([contract]);
      })
      .map(({ id }) => id),
  );

/**
 * The rules that a request wants to try, compiled.
 *
 * @throws InputError with the path of the key in the request; NotFoundError for a scorecard that there is not
 */
export function changedRules(
  command: PreviewCommand,
  config: Pick<ReliabilityConfig, 'scorecards' | 'tiers' | 'checklists'>,
): ChangedRules {
  const { scorecard: wanted, changes } = command;
  const given =
    command.definition === undefined
      ? undefined
      : readDefinition(command.definition, wanted);
  const before = findScorecard(
    config.scorecards,
    wanted ?? given?.definition.id,
  );
  const inForce = before.definition;
  checkNames(command, inForce);
  const definition =
    given?.definition ?? changeScorecard(inForce, changes ?? {});
  if (definition.id !== inForce.id) {
    throw new InputError(`definition.id: expected "${inForce.id}"`);
  }
  if (canonicalJson([definition.filter]) !== canonicalJson([inForce.filter])) {
    throw new InputError(
      'definition.filter: a preview compares the same services, so expected the filter in force',
    );
  }
  const contracts = { ...given?.tiers, ...command.tiers };
  checkTiers(config.tiers, contracts);
  const tiers = changeTiers(config.tiers, contracts);
  const compiled = compileScorecard(definition, {
    tiers,
    checklistIds: config.checklists.map(list => list.definition.id),
  });
  if (compiled.kind === 'ok') {
    return {
      before,
      after: compiled.scorecard,
      tiers,
      contracts,
      touchedTiers: touchedBy(config.tiers, tiers),
    };
  }
  throw new InputError(
    compiled.problems
      .map(
        ({ path, message }) =>
          `${pathIn(command, definition, path)}: ${message}`,
      )
      .join('; '),
  );
}
