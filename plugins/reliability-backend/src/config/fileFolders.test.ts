import { ConfigReader } from '@backstage/config';
import { fileFolders } from './fileFolders';

const foldersOf = (...locations: { type: string; target: string }[]) =>
  fileFolders(new ConfigReader({ catalog: { locations } }), '/srv/backend');

describe('the folders of entities on disk', () => {
  it.each([
    ['an absolute file', '/data/catalog/all.yaml', '/data/catalog'],
    ['a relative file', '../catalog/all.yaml', '/srv/catalog'],
    ['a pattern', '/data/*/catalog-info.yaml', '/data'],
    ['a pattern in a name', '/data/services/a*.yaml', '/data/services'],
    ['one of several', '/data/{a,b}/x.yaml', '/data'],
  ])('are those of %s', (_, target, folder) => {
    expect(foldersOf({ type: 'file', target })).toEqual([folder]);
  });

  it.each([
    ['without locations', []],
    ['of an address', [{ type: 'url', target: 'https://git.example/a.yaml' }]],
  ])('are none %s', (_, locations) => {
    expect(foldersOf(...locations)).toEqual([]);
  });

  it('are none without a catalog section', () => {
    expect(fileFolders(new ConfigReader({}), '/srv')).toEqual([]);
  });
});
