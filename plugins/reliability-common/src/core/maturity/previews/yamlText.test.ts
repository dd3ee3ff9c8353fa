import { yamlText } from './yamlText';

it('writes what people would put into the configuration', () => {
  expect(
    yamlText({
      scorecards: [
        {
          id: 'reliability',
          levels: [{ id: 'bronze', name: 'Bronze' }],
          checks: [
            {
              id: 'slo',
              title: 'Promises: 99.9 %',
              weight: 2,
              pass: 'a == "b"',
              enforceFrom: '2026-12-01',
              when: undefined,
              why: 'One\ntwo',
              planned: true,
            },
          ],
          filter: {},
          tags: [],
        },
      ],
    }),
  ).toBe(`scorecards:
  - id: reliability
    levels:
      - id: bronze
        name: Bronze
    checks:
      - id: slo
        title: "Promises: 99.9 %"
        weight: 2
        pass: "a == \\"b\\""
        enforceFrom: "2026-12-01"
        why: "One\\ntwo"
        planned: true
    filter: {}
    tags: []
`);
});

it.each([
  'yes',
  'null',
  '12',
  '',
  ' a',
  'a ',
  '- a',
  'a: b',
  '#a',
  '24x7',
  'a #b',
])('quotes %j', text => {
  expect(yamlText(text)).toBe(`${JSON.stringify(text)}\n`);
});
