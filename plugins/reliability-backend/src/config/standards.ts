import {
  ChecklistDefinition,
  CompiledChecklist,
  CompiledScorecard,
  compileChecklist,
  CompileOptions,
  compileScorecard,
  defaultChecklistFor,
  DefinitionProblem,
  defaultScorecardFor,
  Exemption,
  ScorecardDefinition,
  Tier,
} from '@plimsoll/backstage-plugin-reliability-common';
import { predicateAt } from './predicateAt';
import { KEY, Problems, repeated } from './problems';
import { Raw } from './schema';

/** The configured definitions of one sort, and the one that ships. */
interface Standards<T> {
  readonly key: 'scorecards' | 'checklists';
  readonly disabledKey: 'disabledScorecards' | 'disabledChecklists';
  readonly what: string;
  readonly own: readonly T[];
  readonly disabled: readonly string[];
  readonly shipped: T;
}

/** The definitions in force: the shipped one unless it is disabled or replaced, then the company's own. */
function inForce<T extends { readonly id: string }>(
  standards: Standards<T>,
  problems: Problems,
): readonly T[] {
  const { key, disabledKey, what, own, disabled, shipped } = standards;
  const ids = own.map(({ id }) => id);
  problems.push(...repeated(ids, index => `${KEY}.${key}[${index}].id`));
  disabled.forEach((id, index) => {
    if (id !== shipped.id) {
      problems.push(
        `${KEY}.${disabledKey}[${index}]: no ${what} "${id}" ships, only ${shipped.id}`,
      );
    }
  });
  const ships = !disabled.includes(shipped.id) && !ids.includes(shipped.id);
  return ships ? [shipped, ...own] : own;
}

const located = <T>(
  { key, own }: Standards<T>,
  definition: T,
  found: readonly DefinitionProblem[],
): Problems =>
  found.map(
    ({ path, message }) =>
      `${KEY}.${key}[${own.indexOf(definition)}].${path}: ${message}`,
  );

function checkExemptions(
  exemptions: readonly Exemption[],
  definitions: readonly ScorecardDefinition[],
  problems: Problems,
) {
  exemptions.forEach((exemption, index) => {
    const at = `${KEY}.exemptions[${index}]`;
    const scorecard = definitions.find(({ id }) => id === exemption.scorecard);
    if (!scorecard) {
      problems.push(
        `${at}.scorecard: unknown scorecard "${exemption.scorecard}"`,
      );
    } else if (!scorecard.checks.some(({ id }) => id === exemption.check)) {
      problems.push(`${at}.check: unknown check "${exemption.check}"`);
    }
    if (!/^[^:/]+:[^/]+\/.+$/.test(exemption.entityRef)) {
      problems.push(
        `${at}.entityRef: expected a full entity reference such as component:default/pay`,
      );
    }
  });
}

/** The scorecards in force, compiled; what is wrong with them is added to `problems`. */
export function readScorecards(
  raw: Raw,
  options: CompileOptions & { readonly checklistIds: readonly string[] },
  problems: Problems,
): readonly CompiledScorecard[] {
  const standards: Standards<ScorecardDefinition> = {
    key: 'scorecards',
    disabledKey: 'disabledScorecards',
    what: 'scorecard',
    own: raw.scorecards,
    disabled: raw.disabledScorecards,
    shipped: defaultScorecardFor(options.checklistIds),
  };
  const definitions = inForce(standards, problems);
  raw.scorecards.forEach(({ filter }, index) =>
    predicateAt(filter, `${KEY}.scorecards[${index}].filter`, problems),
  );
  checkExemptions(raw.exemptions, definitions, problems);
  if (definitions.length === 0) {
    problems.push(`${KEY}.disabledScorecards: leaves no scorecard at all`);
  }
  return definitions.flatMap(definition => {
    const result = compileScorecard(definition, options);
    if (result.kind === 'ok') return [result.scorecard];
    problems.push(...located(standards, definition, result.problems));
    return [];
  });
}

/**
 * The checklists in force, compiled, and the ids of all that are configured: a scorecard that names one with
 * a mistake in it is not wrong itself.
 */
export function readChecklists(
  raw: Raw,
  tiers: readonly Tier[],
  problems: Problems,
): { checklists: readonly CompiledChecklist[]; ids: readonly string[] } {
  const standards: Standards<ChecklistDefinition> = {
    key: 'checklists',
    disabledKey: 'disabledChecklists',
    what: 'checklist',
    own: raw.checklists,
    disabled: raw.disabledChecklists,
    shipped: defaultChecklistFor(tiers.map(({ id }) => id)),
  };
  const definitions = inForce(standards, problems);
  const checklists = definitions.flatMap(definition => {
    const result = compileChecklist(definition, { tiers });
    if (result.kind === 'ok') return [result.checklist];
    problems.push(...located(standards, definition, result.problems));
    return [];
  });
  return { checklists, ids: definitions.map(({ id }) => id) };
}
