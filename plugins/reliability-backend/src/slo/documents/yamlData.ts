import { Document, isScalar, visit } from 'yaml';
import { problem, TextProblem } from './textProblem';

const MOST_ALIASES = 100;

/** Members that are written twice. The parser's own check compares each with every other. */
export function repeatedMembers(
  document: Document,
  base: number,
): TextProblem[] {
  const found: TextProblem[] = [];
  visit(document, {
    Map(_key, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key) || key.value === '<<') continue;
        if (seen.has(key.value)) {
          found.push(
            problem(
              'yaml-duplicate-key',
              `\`${String(
                key.value,
              )}\` is written twice in this group. Keep one.`,
              base + (key.range?.[0] ?? 0),
            ),
          );
        }
        seen.add(key.value);
      }
    },
  });
  return found;
}

/** Where the first alias is that stands for nothing. */
function strayAlias(document: Document): number {
  let at = document.contents?.range?.[0] ?? 0;
  visit(document, {
    Alias(_key, node) {
      if (node.resolve(document)) return undefined;
      at = node.range?.[0] ?? at;
      return visit.BREAK;
    },
  });
  return at;
}

function countAliases(document: Document): number {
  let count = 0;
  visit(document, {
    Alias() {
      count += 1;
    },
  });
  return count;
}

/** A document as plain data; adds what is wrong and answers undefined where it cannot be. */
export function toData(
  document: Document,
  base: number,
  problems: TextProblem[],
): unknown {
  const bomb = () => {
    problems.push(
      problem(
        'yaml-aliases',
        `Aliases (\`*name\`) unfold to too much; at most ${MOST_ALIASES} are read. Write out what they stand for.`,
        base + (document.contents?.range?.[0] ?? 0),
      ),
    );
    return undefined;
  };
  // Each looks through the whole document for its anchor.
  if (countAliases(document) > MOST_ALIASES) return bomb();
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    if (/alias count/i.test(String(error))) return bomb();
    problems.push(
      problem(
        'yaml-syntax',
        'This is not YAML: an alias (`*name`) has no anchor (`&name`) before it.',
        base + strayAlias(document),
      ),
    );
    return undefined;
  }
}
