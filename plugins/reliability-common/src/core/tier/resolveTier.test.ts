import { declaredTier, resolveTier, TierDeclaringEntity } from './resolveTier';
import { defaultTiers } from './defaultTiers';

const entity = (
  metadata: TierDeclaringEntity['metadata'],
  spec: object = {},
): TierDeclaringEntity & { spec: object } => ({ metadata, spec });

const annotated = (tier: string) =>
  entity({ annotations: { 'plimsoll.dev/tier': tier } }, { tier: 'tier-3' });

const places = [
  { field: 'spec.tier', map: { A: 'tier-0' } },
  { label: 'criticality' },
  { annotation: 'example.com/tier' },
];

describe('what an entity declares', () => {
  it.each([
    [
      'the annotation comes before every other place',
      annotated('tier-1'),
      { place: 'annotation plimsoll.dev/tier', value: 'tier-1' },
    ],
    [
      'an empty annotation counts as none',
      annotated('  '),
      { place: 'field spec.tier', value: 'tier-3' },
    ],
    [
      'the first place in order wins',
      entity({ labels: { criticality: 'tier-2' } }, { tier: 'tier-0' }),
      { place: 'field spec.tier', value: 'tier-0' },
    ],
    [
      'a later place is read where the earlier are silent',
      entity({
        labels: { criticality: 'tier-2' },
        annotations: { 'example.com/tier': 'tier-3' },
      }),
      { place: 'label criticality', value: 'tier-2' },
    ],
    [
      'a further annotation can be a place',
      entity({ annotations: { 'example.com/tier': 'tier-3' } }),
      { place: 'annotation example.com/tier', value: 'tier-3' },
    ],
    [
      'a map translates, and what was written is kept',
      entity({}, { tier: 'A' }),
      { place: 'field spec.tier', value: 'tier-0', written: 'A' },
    ],
    [
      'a value that the map does not hold stays as it is',
      entity({}, { tier: 'tier-2' }),
      { value: 'tier-2', written: 'tier-2' },
    ],
    [
      'a map does not know words that every object has',
      entity({}, { tier: 'constructor' }),
      { value: 'constructor', written: 'constructor' },
    ],
    [
      'spaces around it do not matter',
      annotated(' tier-1 '),
      { value: 'tier-1', written: 'tier-1' },
    ],
    [
      'a number is read as its text',
      entity({}, { tier: 1 }),
      { value: '1', written: '1' },
    ],
  ])('%s', (_, given, expected) => {
    expect(declaredTier(given, places)).toMatchObject(expected);
  });

  it.each([
    ['nothing is said', entity({})],
    ['the field holds a list', entity({}, { tier: ['tier-1'] })],
    ['the field holds an object', entity({}, { tier: { id: 'tier-1' } })],
    ['the field is a switch', entity({}, { tier: true })],
    ['the way to the field is blocked', { metadata: {}, spec: 'tier-1' }],
  ])('there is no declaration where %s', (_, given) => {
    expect(declaredTier(given, places)).toBeUndefined();
  });
});

describe('the tier in force', () => {
  const declared = (value: string, written = value) => ({
    value,
    written,
    place: 'field spec.tier',
  });
  const resolve = (
    declaration?: ReturnType<typeof declared>,
    override?: string,
  ) =>
    resolveTier(
      declaration,
      override === undefined ? undefined : { tier: override },
      defaultTiers,
    );

  it.each([
    ['the declared one', declared('tier-1'), undefined, 'tier-1', 'declared'],
    [
      'the declared one in any case',
      declared('Tier-1'),
      undefined,
      'tier-1',
      'declared',
    ],
    ['none where none is declared', undefined, undefined, undefined, 'none'],
    [
      'none where an unknown one is declared',
      declared('gold'),
      undefined,
      undefined,
      'none',
    ],
    [
      'the override, against the declaration',
      declared('tier-1'),
      'tier-3',
      'tier-3',
      'override',
    ],
    [
      'the override, against an unknown declaration',
      declared('gold'),
      'tier-3',
      'tier-3',
      'override',
    ],
    [
      'the override, without a declaration',
      undefined,
      'TIER-0',
      'tier-0',
      'override',
    ],
    [
      'the declared one where the override names a tier that is gone',
      declared('tier-1'),
      'tier-9',
      'tier-1',
      'declared',
    ],
    [
      'none where the override names a tier that is gone and nothing is declared',
      undefined,
      'tier-9',
      undefined,
      'none',
    ],
  ])('is %s', (_, declaration, override, id, source) => {
    const { tier, ...rest } = resolve(declaration, override);
    expect([tier?.id, rest.source]).toEqual([id, source]);
  });

  it.each([
    [
      'no problem while the declaration is known',
      declared('tier-1'),
      undefined,
      undefined,
    ],
    ['no problem in saying nothing', undefined, undefined, undefined],
    [
      'what was written, where, and what is allowed',
      declared('gold', 'Gold!'),
      undefined,
      'field spec.tier is "Gold!", which is not one of tier-0, tier-1, tier-2, tier-3',
    ],
    [
      'an unknown declaration also under an override',
      declared('gold'),
      'tier-1',
      'field spec.tier is "gold", which is not one of tier-0, tier-1, tier-2, tier-3',
    ],
    [
      'an override that names a tier that is gone',
      declared('tier-1'),
      'tier-9',
      'the tier set by hand is "tier-9", which is not one of tier-0, tier-1, tier-2, tier-3',
    ],
    [
      'both where both are unknown',
      declared('gold'),
      'tier-9',
      'the tier set by hand is "tier-9", which is not one of tier-0, tier-1, tier-2, tier-3; field spec.tier is "gold", which is not one of tier-0, tier-1, tier-2, tier-3',
    ],
  ])('the problem names %s', (_, declaration, override, problem) => {
    expect(resolve(declaration, override).problem).toBe(problem);
  });

  it('keeps the declaration under an override', () => {
    const declaration = declared('tier-1');
    expect(resolve(declaration, 'tier-3').declared).toEqual(declaration);
  });
});
