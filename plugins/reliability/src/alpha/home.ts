import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';

/** `home-page-widget:reliability/my-services` */
export const myServicesWidget = HomePageWidgetBlueprint.make({
  name: 'my-services',
  params: {
    name: 'MyServicesCard',
    title: 'My services',
    description:
      'Level, score and what needs attention of the services you own',
    layout: {
      width: { minColumns: 4, defaultColumns: 6 },
      height: { minRows: 3, defaultRows: 6 },
    },
    components: () =>
      import('../components/maturity/MyServicesCard').then(m => ({
        Content: m.MyServicesCard,
      })),
  },
});

/** `home-page-widget:reliability/my-tasks` */
export const myTasksWidget = HomePageWidgetBlueprint.make({
  name: 'my-tasks',
  params: {
    name: 'MyTasksCard',
    title: 'My readiness tasks',
    description:
      'Items of readiness checklists that you owe, and reviews that wait for you',
    layout: {
      width: { minColumns: 4, defaultColumns: 6 },
      height: { minRows: 3, defaultRows: 6 },
    },
    components: () =>
      import('../components/readiness/MyTasksCard').then(m => ({
        Content: m.MyTasksCard,
      })),
  },
});

/** `home-page-widget:reliability/my-oncall` */
export const myOncallWidget = HomePageWidgetBlueprint.make({
  name: 'my-oncall',
  params: {
    name: 'MyOncallCard',
    title: 'My on-call',
    description: 'What you are on call for, now and next',
    layout: {
      width: { minColumns: 4, defaultColumns: 6 },
      height: { minRows: 3, defaultRows: 6 },
    },
    components: () =>
      import('../components/oncall/MyOncallCard').then(m => ({
        Content: m.MyOncallCard,
      })),
  },
});

/** `home-page-widget:reliability/my-follow-ups` */
export const myFollowUpsWidget = HomePageWidgetBlueprint.make({
  name: 'my-follow-ups',
  params: {
    name: 'MyFollowUpsCard',
    title: 'My follow-ups',
    description: 'What you and your groups still have to do after incidents',
    layout: {
      width: { minColumns: 4, defaultColumns: 6 },
      height: { minRows: 3, defaultRows: 6 },
    },
    components: () =>
      import('../components/incidents/MyFollowUpsCard').then(m => ({
        Content: m.MyFollowUpsCard,
      })),
  },
});
