import fs from 'node:fs';
import path from 'node:path';

/** The text of a page of the documentation. */
export const documentation = (name: string) =>
  fs.readFileSync(path.resolve(__dirname, '../../docs', name), 'utf8');

/** What stands under a heading, up to the next one. */
function sectionOf(page: string, heading: string): string {
  const [, section] = page.split(
    new RegExp(`^#+ ${heading.replace(/[^\w ]/g, '\\$&')}$`, 'm'),
  );
  if (section === undefined) throw new Error(`no heading "${heading}"`);
  return section.split(/^#+ (?=[A-Z])/m)[0];
}

/** The cells of every row of the tables under a heading, the head of the table first. */
export function rowsUnder(page: string, heading: string): string[][] {
  return sectionOf(page, heading)
    .split('\n')
    .filter(line => line.startsWith('|') && !/^\|[ |:-]+\|$/.test(line))
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    );
}

/** The blocks of code in a language under a heading. */
export function codeUnder(
  page: string,
  heading: string,
  language: string,
): string[] {
  return sectionOf(page, heading)
    .split('```')
    .filter((_, index) => index % 2 === 1)
    .filter(block => block.startsWith(`${language}\n`))
    .map(block => block.slice(language.length + 1));
}
