/** Part of a text, and where it begins. */
export interface TextPart {
  readonly part: string;
  readonly base: number;
}

const isSeparator = (line: string) => /^---(\s|$)/.test(line);
const isAside = (line: string) => /^\s*(#|$)/.test(line);

/**
 * Parts of a YAML text at `---`, which separates documents wherever a line begins with it, within quotes too: a
 * parser that is handed everything loses the documents behind a quote that is never closed. Comments and
 * directives stay with the document that they precede.
 */
export function partsOf(text: string): TextPart[] {
  const starts: number[] = [];
  // Where the head of the next document began: nothing but comments and directives since.
  let head: number | undefined = 0;
  let base = 0;
  for (const line of text.split('\n')) {
    if (isSeparator(line)) {
      starts.push(head ?? base);
      head = undefined;
    } else if (line.startsWith('%')) {
      head ??= base;
    } else if (!isAside(line)) {
      if (starts.length === 0) starts.push(0);
      head = undefined;
    }
    base += line.length + 1;
  }
  return starts.map((start, index) => ({
    part: text.slice(start, starts[index + 1] ?? text.length),
    base: start,
  }));
}
