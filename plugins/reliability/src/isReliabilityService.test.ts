import { isReliabilityService } from './isReliabilityService';

const entity = (kind: string, type?: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'a' },
  spec: { type },
});

describe('isReliabilityService', () => {
  it.each([
    ['Component', 'service', true],
    ['component', 'Website', true],
    ['Component', 'library', false],
    ['Component', undefined, false],
    ['API', 'service', false],
  ])('of a %s of type %s is %s', (kind, type, expected) => {
    expect(isReliabilityService(entity(kind, type))).toBe(expected);
  });
});
