import { PromqlError } from './PromqlError';

/** What tools write where the window belongs. All stand for it here. */
const WINDOW =
  /\{\{\s*\.?[wW]indow\s*\}\}|\$\{?__range_s\}?s|\$\{?(?:window|__range|__rate_interval|__interval)\b\}?(?!_)/g;
const OTHER = /\{\{[^{}]*\}\}|\$\{?\w+\}?/g;

/** Stands for the window in a parsed expression. */
export const THE_WINDOW = '<window>';

/** A text in which placeholders became durations of the same length, so that offsets stay true. */
export interface Filled {
  readonly text: string;
  /** Offsets at which a placeholder stood. */
  readonly placeholders: ReadonlySet<number>;
}

/** The stretches of a query that are strings or comments, where `$` means nothing. */
function isQuoted(text: string): (offset: number) => boolean {
  const quoted = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`|#[^\n]*/g;
  const marks = new Uint8Array(text.length);
  for (const { index, 0: span } of text.matchAll(quoted)) {
    marks.fill(1, index, index + span.length);
  }
  return offset => marks[offset] === 1;
}

/**
 * Fills the placeholders of a window: `{{.window}}`, `$__range`, `$window`, `$__rate_interval`.
 *
 * @throws PromqlError on any other placeholder
 */
export function fillPlaceholders(text: string): Filled {
  const quoted = isQuoted(text);
  const placeholders = new Set<number>();
  const filled = text.replace(WINDOW, (match, offset: number) => {
    if (quoted(offset)) return match;
    placeholders.add(offset);
    return `${'1'.padStart(match.length - 1, '0')}m`;
  });
  for (const match of filled.matchAll(OTHER)) {
    if (!quoted(match.index)) {
      throw new PromqlError(
        'promql-placeholder',
        `Nothing is known to fill in for ${match[0]}. Write {{.window}} (or $__range, $window, $__rate_interval) where the window belongs, and plain values everywhere else`,
        match.index,
      );
    }
  }
  return { text: filled, placeholders };
}
