import { z } from 'zod';
import { describeIssues } from './describeIssues';

const schema = z.strictObject({
  name: z.string({ error: 'expected a name' }),
  list: z.array(z.object({ size: z.number({ error: 'expected a size' }) })),
});

const issues = (value: unknown) => schema.safeParse(value).error!;

it.each([
  ['a field', { list: [] }, 'name: expected a name'],
  [
    'a field within a list',
    { name: 'a', list: [{ size: 1 }, {}] },
    'list[1].size: expected a size',
  ],
  [
    'the whole, by its message alone',
    { name: 'a', list: [], b: 1 },
    'Unrecognized key: "b"',
  ],
  [
    'several fields',
    { list: [{}] },
    'name: expected a name; list[0].size: expected a size',
  ],
])('names %s', (_, value, expected) => {
  expect(describeIssues(issues(value))).toBe(expected);
});

it('puts the root before every path, and lines between problems', () => {
  expect(describeIssues(issues({ list: [{}] }), 'root.key', '\n')).toBe(
    'root.key.name: expected a name\nroot.key.list[0].size: expected a size',
  );
  expect(describeIssues(issues(3), 'root')).toMatch(/^root: /);
});
