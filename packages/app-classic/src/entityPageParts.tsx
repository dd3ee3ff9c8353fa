import {
  EntityAboutCard,
  EntityOrphanWarning,
  EntityProcessingErrorsPanel,
  EntityRelationWarning,
  EntitySwitch,
  hasCatalogProcessingErrors,
  hasRelationWarnings,
  isOrphan,
} from '@backstage/plugin-catalog';
import { EntityCatalogGraphCard } from '@backstage/plugin-catalog-graph';
import Grid from '@material-ui/core/Grid';
import { ReactNode } from 'react';

/** A page of cards. */
export function Cards({ children }: { children: ReactNode }) {
  return (
    <Grid container spacing={3} alignItems="stretch">
      {children}
    </Grid>
  );
}

/** A card of half the width. */
export function Half({ children }: { children: ReactNode }) {
  return (
    <Grid item xs={12} md={6}>
      {children}
    </Grid>
  );
}

/** What the catalog has to complain about. */
export const warnings = (
  <>
    <EntitySwitch>
      <EntitySwitch.Case if={isOrphan}>
        <Grid item xs={12}>
          <EntityOrphanWarning />
        </Grid>
      </EntitySwitch.Case>
    </EntitySwitch>
    <EntitySwitch>
      <EntitySwitch.Case if={hasRelationWarnings}>
        <Grid item xs={12}>
          <EntityRelationWarning />
        </Grid>
      </EntitySwitch.Case>
    </EntitySwitch>
    <EntitySwitch>
      <EntitySwitch.Case if={hasCatalogProcessingErrors}>
        <Grid item xs={12}>
          <EntityProcessingErrorsPanel />
        </Grid>
      </EntitySwitch.Case>
    </EntitySwitch>
  </>
);

/** How most pages begin. */
export const aboutAndGraph = (
  <>
    {warnings}
    <Half>
      <EntityAboutCard />
    </Half>
    <Half>
      <EntityCatalogGraphCard height={400} />
    </Half>
  </>
);
