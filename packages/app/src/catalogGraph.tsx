import basePlugin from '@backstage/plugin-catalog-graph/alpha';

/** The graph at a height that leaves room for the other cards. */
export const catalogGraphPlugin = basePlugin.withOverrides({
  extensions: [
    basePlugin.getExtension('entity-card:catalog-graph/relations').override({
      factory: (originalFactory, { config }) =>
        originalFactory({ config: { ...config, height: 420 } }),
    }),
  ],
});
