import { RankedReport } from './rankingFilter';
import { firstIndex } from './sortedLists';

/** Nobody can search for it: requests that hold it are refused. */
const SEPARATOR = '\0';

/** Ten thousand texts that lie in memory as one are searched several times as fast as one after the other. */
class Texts {
  private readonly whole: string;
  /** Where each text begins. */
  private readonly starts: number[] = [];

  constructor(texts: readonly string[]) {
    let length = 0;
    for (const text of texts) {
      this.starts.push(length);
      length += text.length + SEPARATOR.length;
    }
    this.whole = texts.join(SEPARATOR);
  }

  /** @returns indexes of the texts, ascending */
  find(part: string): number[] {
    const { whole, starts } = this;
    const found: number[] = [];
    let position = whole.indexOf(part);
    while (position >= 0 && starts.length > 0) {
      const from = position;
      const next = firstIndex(starts, start => start > from);
      found.push(next - 1);
      if (next === starts.length) break;
      position = whole.indexOf(part, starts[next]);
    }
    return found;
  }
}

type Searched = Pick<RankedReport, 'sortTitle' | 'entityRef' | 'owner'>;

/** Kind and namespace, and the name, in lower case. */
function partsOf({ entityRef }: Searched): [string, string] {
  const ref = entityRef.toLowerCase();
  const end = ref.lastIndexOf('/') + 1;
  return [ref.slice(0, end), ref.slice(end)];
}

/**
 * Finds reports by a part of their title, reference or owner. What many have in common, the owners and the kinds with
 * their namespaces, is searched once each.
 */
export class TextIndex {
  private readonly names: Texts;
  private references: Texts | undefined;
  /** In lower case, with the indexes of those that have it. */
  private readonly shared = new Map<string, number[]>();

  constructor(private readonly reports: readonly Searched[]) {
    const names = reports.map((report, index) => {
      const [kind, name] = partsOf(report);
      this.share(kind, index);
      this.share(report.owner.toLowerCase(), index);
      return `${report.sortTitle}\n${name}`;
    });
    this.names = new Texts(names);
  }

  /**
   * @param part - in lower case
   * @returns indexes of the reports, ascending
   */
  find(part: string): number[] {
    const inTexts = this.textsWith(part).find(part);
    const found = new Set(inTexts);
    for (const [text, indexes] of this.shared) {
      if (text.includes(part)) {
        for (const index of indexes) found.add(index);
      }
    }
    return found.size === inTexts.length
      ? inTexts
      : [...found].sort((a, b) => a - b);
  }

  private share(text: string, index: number): void {
    const indexes = this.shared.get(text);
    if (indexes) indexes.push(index);
    else this.shared.set(text, [index]);
  }

  /** Whole references only for what may be more than a name: they are twice as long. */
  private textsWith(part: string): Texts {
    if (!/[:/\n]/.test(part)) return this.names;
    this.references ??= new Texts(
      this.reports.map(
        report => `${report.sortTitle}\n${partsOf(report).join('')}`,
      ),
    );
    return this.references;
  }
}
