export const problems = {
  title: 'Data problems',
  intro:
    'Values in the catalog that could not be used. The services are ranked all the same, as if the value were not there.',
  caption: 'Services with data problems',
  service: 'Service',
  owner: 'Owner',
  noOwner: 'No owner',
  problem: 'Problem',
  todo: 'What to do',
  todoTier: 'Declare a tier that exists in the entity’s catalog-info.yaml.',
  tiers: 'See the tiers',
  todoOther:
    'Correct the value in the entity’s catalog-info.yaml, then refresh the service.',
  found_one: '{{count, number}} data problem',
  found_other: '{{count, number}} data problems',
  none: 'No data problems',
  noneText:
    'Everything that the catalog says about the services could be used.',
} as const;
