import {
  EntityApiDefinitionCard,
  EntityConsumedApisCard,
  EntityConsumingComponentsCard,
  EntityHasApisCard,
  EntityProvidedApisCard,
  EntityProvidingComponentsCard,
} from '@backstage/plugin-api-docs';
import {
  EntityAboutCard,
  EntityDependencyOfComponentsCard,
  EntityDependsOnComponentsCard,
  EntityDependsOnResourcesCard,
  EntityHasComponentsCard,
  EntityHasResourcesCard,
  EntityHasSubcomponentsCard,
  EntityHasSubdomainsCard,
  EntityHasSystemsCard,
  EntityLayout,
  EntityLinksCard,
  EntitySwitch,
  isComponentType,
  isKind,
} from '@backstage/plugin-catalog';
import { EntityCatalogGraphCard } from '@backstage/plugin-catalog-graph';
import {
  EntityGroupProfileCard,
  EntityMembersListCard,
  EntityOwnershipCard,
  EntityUserProfileCard,
} from '@backstage/plugin-org';
import Grid from '@material-ui/core/Grid';
import {
  EntityGroupFollowUpsCard,
  EntityGroupOncallCard,
  EntityGroupReliabilityCard,
  EntityOncallCard,
  EntityReliabilityCard,
  EntityReliabilityContent,
} from '@plimsoll/backstage-plugin-reliability';
import { aboutAndGraph, Cards, Half, warnings } from './entityPageParts';

const apisContent = (
  <Cards>
    <Half>
      <EntityProvidedApisCard />
    </Half>
    <Half>
      <EntityConsumedApisCard />
    </Half>
  </Cards>
);

const dependenciesContent = (
  <Cards>
    <Half>
      <EntityDependsOnComponentsCard />
    </Half>
    <Half>
      <EntityDependsOnResourcesCard />
    </Half>
    <Half>
      <EntityDependencyOfComponentsCard />
    </Half>
    <Half>
      <EntityHasSubcomponentsCard />
    </Half>
  </Cards>
);

const servicePage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      <Cards>
        {warnings}
        <Half>
          <EntityAboutCard />
        </Half>
        <Half>
          <EntityReliabilityCard />
        </Half>
        <Half>
          <EntityOncallCard />
        </Half>
        <Half>
          <EntityCatalogGraphCard height={400} />
        </Half>
        <Half>
          <EntityLinksCard />
        </Half>
      </Cards>
    </EntityLayout.Route>
    <EntityLayout.Route path="/reliability" title="Reliability">
      <EntityReliabilityContent />
    </EntityLayout.Route>
    <EntityLayout.Route path="/api" title="API">
      {apisContent}
    </EntityLayout.Route>
    <EntityLayout.Route path="/dependencies" title="Dependencies">
      {dependenciesContent}
    </EntityLayout.Route>
  </EntityLayout>
);

const defaultPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      <Cards>
        {aboutAndGraph}
        <Half>
          <EntityLinksCard />
        </Half>
      </Cards>
    </EntityLayout.Route>
    <EntityLayout.Route path="/dependencies" title="Dependencies">
      {dependenciesContent}
    </EntityLayout.Route>
  </EntityLayout>
);

const apiPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      <Cards>
        {aboutAndGraph}
        <Half>
          <EntityProvidingComponentsCard />
        </Half>
        <Half>
          <EntityConsumingComponentsCard />
        </Half>
      </Cards>
    </EntityLayout.Route>
    <EntityLayout.Route path="/definition" title="Definition">
      <EntityApiDefinitionCard />
    </EntityLayout.Route>
  </EntityLayout>
);

const groupPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      <Cards>
        {warnings}
        <Half>
          <EntityGroupProfileCard />
        </Half>
        <Half>
          <EntityOwnershipCard />
        </Half>
        <Grid item xs={12}>
          <EntityGroupReliabilityCard />
        </Grid>
        <Grid item xs={12}>
          <EntityGroupOncallCard />
        </Grid>
        <Grid item xs={12}>
          <EntityGroupFollowUpsCard />
        </Grid>
        <Grid item xs={12}>
          <EntityMembersListCard />
        </Grid>
      </Cards>
    </EntityLayout.Route>
  </EntityLayout>
);

const userPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      <Cards>
        {warnings}
        <Half>
          <EntityUserProfileCard />
        </Half>
        <Half>
          <EntityOwnershipCard />
        </Half>
      </Cards>
    </EntityLayout.Route>
  </EntityLayout>
);

const systemPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      <Cards>
        {aboutAndGraph}
        <Half>
          <EntityHasComponentsCard />
        </Half>
        <Half>
          <EntityHasApisCard />
        </Half>
        <Half>
          <EntityHasResourcesCard />
        </Half>
      </Cards>
    </EntityLayout.Route>
  </EntityLayout>
);

const domainPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      <Cards>
        {aboutAndGraph}
        <Half>
          <EntityHasSystemsCard />
        </Half>
        <Half>
          <EntityHasSubdomainsCard />
        </Half>
      </Cards>
    </EntityLayout.Route>
  </EntityLayout>
);

const resourcePage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      <Cards>
        {aboutAndGraph}
        <Half>
          <EntityDependencyOfComponentsCard />
        </Half>
      </Cards>
    </EntityLayout.Route>
  </EntityLayout>
);

const componentPage = (
  <EntitySwitch>
    <EntitySwitch.Case if={isComponentType(['service', 'website'])}>
      {servicePage}
    </EntitySwitch.Case>
    <EntitySwitch.Case>{defaultPage}</EntitySwitch.Case>
  </EntitySwitch>
);

export const entityPage = (
  <EntitySwitch>
    <EntitySwitch.Case if={isKind('component')}>
      {componentPage}
    </EntitySwitch.Case>
    <EntitySwitch.Case if={isKind('api')}>{apiPage}</EntitySwitch.Case>
    <EntitySwitch.Case if={isKind('group')}>{groupPage}</EntitySwitch.Case>
    <EntitySwitch.Case if={isKind('user')}>{userPage}</EntitySwitch.Case>
    <EntitySwitch.Case if={isKind('system')}>{systemPage}</EntitySwitch.Case>
    <EntitySwitch.Case if={isKind('domain')}>{domainPage}</EntitySwitch.Case>
    <EntitySwitch.Case if={isKind('resource')}>
      {resourcePage}
    </EntitySwitch.Case>
    <EntitySwitch.Case>{defaultPage}</EntitySwitch.Case>
  </EntitySwitch>
);
