export const home = {
  title: 'My services',
  nobody: 'You own nothing yet',
  nobodyText:
    'Your sign-in names no user or group of the catalog, so none of the services can be yours. Ask the owners of your portal to link your account to your user entity.',
  empty: 'None of your services is ranked',
  emptyText:
    'Services are yours when you or one of your groups is their owner in the catalog.',
  all_one: 'Open it in the ranking',
  all_other: 'All {{count, number}} of my services in the ranking',
  ranking: 'Open the ranking',
} as const;
