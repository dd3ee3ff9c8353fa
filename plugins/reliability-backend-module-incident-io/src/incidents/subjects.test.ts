import { field, mapped } from './__testUtils__/answers';

const entry = (more: object) => ({
  value_catalog_entry: { id: '01CAT', name: 'Payments', ...more },
});

describe('what an incident of incident.io is about', () => {
  it.each(['Affected services', 'service', 'COMPONENTS'])(
    'stands in a field that is called "%s"',
    name => {
      const { subjects } = mapped({
        custom_field_entries: [field(name, entry({}))],
      });
      expect(subjects).toEqual([
        { kind: 'catalog-entry', id: '01CAT', label: 'Payments' },
      ]);
    },
  );

  it('does not stand in other fields', () => {
    const other = { custom_field_entries: [field('Customer', entry({}))] };
    expect(mapped(other).subjects).toEqual([]);
  });

  it.each(['Systems', '01FIELD'])(
    'stands in the field that is configured, by its name or id: %s',
    name => {
      const answer = {
        custom_field_entries: [
          field('Systems', { value_option: { id: 'O1', value: 'Mail' } }),
        ],
      };
      const words = { serviceFields: [name] };
      expect(mapped(answer, { words }).subjects).toEqual([
        { kind: 'option', id: 'Mail', label: 'Mail' },
      ]);
    },
  );

  it.each([
    ['an external id', entry({ external_id: 'Component:default/Pay' })],
    ['an alias', entry({ aliases: ['pay', 'component:default/pay'] })],
    ['an option', { value_option: { value: 'component:default/pay' } }],
  ])('is an entity where %s is a reference', (_, value) => {
    const { entityRefs } = mapped({
      custom_field_entries: [field('Service', value)],
    });
    expect(entityRefs).toEqual(['component:default/pay']);
  });

  it.each(['payments', 'a/b', 'https://x.example/y', 'component:x'])(
    'is no entity of "%s"',
    text => {
      const value = entry({ external_id: text });
      const answer = { custom_field_entries: [field('Service', value)] };
      expect(mapped(answer).entityRefs).toEqual([]);
    },
  );

  it('is each once', () => {
    const answer = {
      custom_field_entries: [
        field('Service', entry({ external_id: 'component:default/pay' })),
        field('Component', entry({ external_id: 'component:default/pay' })),
      ],
    };
    const { subjects, entityRefs } = mapped(answer);
    expect([subjects.length, entityRefs.length]).toEqual([1, 1]);
  });

  it('has a cause where a field is configured for it', () => {
    const answer = {
      custom_field_entries: [
        field('Cause', { value_option: { value: 'Config change' } }),
      ],
    };
    expect(mapped(answer).cause).toBeUndefined();
    expect(mapped(answer, { words: { causeField: 'cause' } }).cause).toBe(
      'Config change',
    );
  });
});
