import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { PlimsollIcon } from '../components/common';

/** `entity-card:reliability/summary` */
export const entitySummaryCard = EntityCardBlueprint.make({
  name: 'summary',
  params: {
    type: 'info',
    filter: { kind: 'component' },
    loader: () =>
      import('../components/maturity/EntityReliabilityCard').then(m => (
        <m.EntityReliabilityCard />
      )),
  },
});

/** `entity-card:reliability/group` */
export const entityGroupCard = EntityCardBlueprint.make({
  name: 'group',
  params: {
    type: 'content',
    filter: { kind: 'group' },
    loader: () =>
      import('../components/maturity/GroupReliabilityCard').then(m => (
        <m.GroupReliabilityCard />
      )),
  },
});

/** `entity-card:reliability/oncall` */
export const entityOncallCard = EntityCardBlueprint.make({
  name: 'oncall',
  params: {
    type: 'info',
    filter: { kind: 'component' },
    loader: () =>
      import('../components/oncall/EntityOncallCard').then(m => (
        <m.EntityOncallCard />
      )),
  },
});

/** `entity-card:reliability/group-oncall` */
export const groupOncallCard = EntityCardBlueprint.make({
  name: 'group-oncall',
  params: {
    type: 'content',
    filter: { kind: 'group' },
    loader: () =>
      import('../components/oncall/GroupOncallCard').then(m => (
        <m.GroupOncallCard />
      )),
  },
});

/** `entity-card:reliability/group-follow-ups` */
export const groupFollowUpsCard = EntityCardBlueprint.make({
  name: 'group-follow-ups',
  params: {
    type: 'content',
    filter: { kind: 'group' },
    loader: () =>
      import('../components/incidents/GroupFollowUpsCard').then(m => (
        <m.GroupFollowUpsCard />
      )),
  },
});

/** `entity-content:reliability` */
export const entityContent = EntityContentBlueprint.make({
  params: {
    path: '/reliability',
    title: 'Reliability',
    group: 'operation',
    icon: <PlimsollIcon fontSize="inherit" />,
    filter: { kind: 'component' },
    loader: () =>
      import('../components/maturity/EntityReliabilityContent').then(m => (
        <m.EntityReliabilityContent />
      )),
  },
});
