import { DefinitionProblem, duplicates } from '../facts/rule';
import { ChecklistDefinition, ChecklistItem, MANUAL } from './checklist';

/** The key of `expires` for the tiers that it does not name. */
export const OTHER_TIERS = 'default';

const expected = (what: string, id: string, known: readonly string[]) =>
  `unknown ${what} "${id}", expected one of ${known.join(', ')}`;

function repeated(key: string, of: readonly { id: string }[]) {
  return duplicates(of.map(({ id }) => id)).map(({ id, index }) => ({
    path: `${key}[${index}].id`,
    message: `"${id}" is used twice`,
  }));
}

/** An id that was in use cannot be had again: the answers would belong to two items. */
function formerProblems(items: readonly ChecklistItem[]): DefinitionProblem[] {
  const taken = new Set(items.map(({ id }) => id));
  return items.flatMap(({ formerly = [] }, index) =>
    formerly.flatMap((id, place) => {
      const again = taken.has(id);
      taken.add(id);
      return again
        ? [
            {
              path: `items[${index}].formerly[${place}]`,
              message: `"${id}" is used twice`,
            },
          ]
        : [];
    }),
  );
}

function itemProblems(
  item: ChecklistItem,
  at: string,
  { phases, categories }: ChecklistDefinition,
  tierIds: readonly string[],
): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const complain = (key: string, message: string) =>
    problems.push({ path: `${at}.${key}`, message });
  const phaseIds = phases.map(({ id }) => id);
  if (!phaseIds.includes(item.phase)) {
    complain('phase', expected('phase', item.phase, phaseIds));
  }
  const categoryIds = categories?.map(({ id }) => id);
  if (categoryIds && !categoryIds.includes(item.category)) {
    complain('category', expected('category', item.category, categoryIds));
  }
  if (typeof item.expires === 'object') {
    for (const id of Object.keys(item.expires)) {
      if (id !== OTHER_TIERS && !tierIds.includes(id)) {
        complain(
          `expires.${id}`,
          expected('tier', id, [...tierIds, OTHER_TIERS]),
        );
      }
    }
  }
  if (item.verify !== MANUAL) {
    if (item.evidence === 'required') {
      complain('evidence', 'an automatic item takes no evidence');
    }
    if (item.expires !== undefined) {
      complain('expires', 'an automatic item does not expire');
    }
  }
  return problems;
}

/** What is wrong with a definition beside its rules. */
export function definitionProblems(
  definition: ChecklistDefinition,
  tierIds: readonly string[],
): DefinitionProblem[] {
  const { phases, categories = [], items, signOff } = definition;
  return [
    ...repeated('phases', phases),
    ...repeated('categories', categories),
    ...repeated('items', items),
    ...formerProblems(items),
    ...Object.keys(signOff.reviewerByTier)
      .filter(id => !tierIds.includes(id))
      .map(id => ({
        path: `signOff.reviewerByTier.${id}`,
        message: expected('tier', id, tierIds),
      })),
    ...items.flatMap((item, index) =>
      itemProblems(item, `items[${index}]`, definition, tierIds),
    ),
  ];
}
