import { specShapes } from './__testUtils__/specShapes';
import { parseSloFile } from './parseSloFile';

describe('a document as the specification shows them', () => {
  it.each(specShapes)('%s', (_, text, count, tells) => {
    const sources = [{ name: 'main', type: 'prometheus', default: true }];
    const { slos, diagnostics } = parseSloFile(text, { sources });
    expect(
      diagnostics.map(
        ({ severity, code, path }) => `${severity} ${code} ${path}`,
      ),
    ).toEqual(tells);
    expect(slos).toHaveLength(count);
  });
});
