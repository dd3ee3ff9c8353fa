import { Content, Header, Page } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { HomePageStarredEntities } from '@backstage/plugin-home';
import { HomePageSearchBar } from '@backstage/plugin-search';
import { SearchContextProvider } from '@backstage/plugin-search-react';
import Grid from '@material-ui/core/Grid';
import {
  MyFollowUpsCard,
  MyOncallCard,
  MyServicesCard,
} from '@plimsoll/backstage-plugin-reliability';

export function HomePage() {
  const organization =
    useApi(configApiRef).getOptionalString('organization.name');
  return (
    <SearchContextProvider>
      <Page themeId="home">
        <Header
          title={organization ?? 'Home'}
          subtitle="Services, their owners, and how much change they can carry"
        />
        <Content>
          <Grid container spacing={3}>
            <Grid item xs={12}>
              <HomePageSearchBar />
            </Grid>
            <Grid item xs={12} md={8}>
              <MyServicesCard />
            </Grid>
            <Grid item xs={12} md={4}>
              <Grid container spacing={3}>
                <Grid item xs={12}>
                  <MyOncallCard />
                </Grid>
                <Grid item xs={12}>
                  <MyFollowUpsCard />
                </Grid>
                <Grid item xs={12}>
                  <HomePageStarredEntities />
                </Grid>
              </Grid>
            </Grid>
          </Grid>
        </Content>
      </Page>
    </SearchContextProvider>
  );
}
