import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const root = path.resolve(__dirname, '../..');
const docs = path.join(root, 'docs');

const pages = fs
  .readdirSync(docs, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.md'))
  .map(name => name.split(path.sep).join('/'));

const textOf = (name: string) =>
  fs
    .readFileSync(path.join(docs, name), 'utf8')
    // What looks like a heading or a link in code is none.
    .replace(/^( *)```.*?^\1```$/gms, '');

/** As TechDocs makes addresses of headings. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/[\s-]+/g, '-');

const anchorsOf = (name: string) =>
  [...textOf(name).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    anchorOf(heading),
  );

/** Links to a page or a heading, as the page and the anchor that they lead to. */
const linksOf = (name: string) =>
  [...textOf(name).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target)
    .filter(target => !/^[a-z]+:/.test(target))
    .map(target => {
      const [file, anchor] = target.split('#');
      const page = path.posix.join(path.posix.dirname(name), file);
      return { target, page: file === '' ? name : page, anchor };
    });

it.each(pages)('every link of %s leads somewhere', name => {
  const broken = linksOf(name).filter(({ page, anchor }) => {
    if (!fs.existsSync(path.join(docs, page))) return true;
    return anchor !== undefined && !anchorsOf(page).includes(anchor);
  });
  expect(broken.map(({ target }) => target)).toEqual([]);
});

it('every page is in the navigation, or in the list of decisions', () => {
  const { nav } = parse(
    fs.readFileSync(path.join(root, 'mkdocs.yml'), 'utf8'),
  ) as { nav: Record<string, string>[] };
  const listed = [
    ...nav.flatMap(entry => Object.values(entry)),
    ...linksOf('adr/index.md').map(({ page }) => page),
  ];
  expect(listed.sort()).toEqual([...pages].sort());
});
