import { Entity } from '@backstage/catalog-model';

export const CHECKLIST = 'launch';
export const ITEMS = Array.from({ length: 10 }, (_, index) => `item-${index}`);
export const NAMES = Array.from(
  { length: 5 },
  (_, index) => `service-${index}`,
);

export const services: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'team', namespace: 'default' },
    spec: { type: 'team', children: [] },
  },
  ...NAMES.map(name => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: { 'plimsoll.dev/tier': 'tier-1' },
    },
    spec: { type: 'service', owner: 'team', lifecycle: 'production' },
  })),
];

/** Every answer moves the score, so that a score which missed one is wrong. */
export const reliability = {
  disabledScorecards: ['reliability'],
  disabledChecklists: ['production-readiness'],
  checklists: [
    {
      id: CHECKLIST,
      title: 'Launch',
      items: ITEMS.map(id => ({
        id,
        title: `Item ${id}`,
        category: 'general',
        phase: 'live',
      })),
    },
  ],
  scorecards: [
    {
      id: 'answers',
      title: 'Answers',
      levels: [{ id: 'bronze', name: 'Bronze' }],
      checks: ITEMS.map((_, index) => ({
        id: `met-${index}`,
        title: `More than ${index} are met`,
        level: 'bronze',
        pass: `readiness["${CHECKLIST}"].met > ${index}`,
      })),
    },
  ],
};
