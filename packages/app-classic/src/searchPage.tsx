import { Content, Header, Page } from '@backstage/core-components';
import { CatalogSearchResultListItem } from '@backstage/plugin-catalog';
import {
  SearchBar,
  SearchPagination,
  SearchResult,
} from '@backstage/plugin-search-react';
import Grid from '@material-ui/core/Grid';
import { ReliabilitySearchResultListItem } from '@plimsoll/backstage-plugin-reliability';

export const searchPage = (
  <Page themeId="home">
    <Header title="Search" />
    <Content>
      <Grid container spacing={3}>
        <Grid item xs={12}>
          <SearchBar />
        </Grid>
        <Grid item xs={12}>
          <SearchPagination />
          <SearchResult>
            <CatalogSearchResultListItem />
            <ReliabilitySearchResultListItem />
          </SearchResult>
        </Grid>
      </Grid>
    </Content>
  </Page>
);
