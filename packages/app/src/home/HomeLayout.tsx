import { Content, Header, Page } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import Grid from '@material-ui/core/Grid';

/** The widgets of the home page, in their order, with their share of twelve columns. */
const places: Record<string, 4 | 8 | 12> = {
  'home-page-widget:search/search-bar': 12,
  'home-page-widget:reliability/my-services': 8,
  'home-page-widget:reliability/my-oncall': 4,
  'home-page-widget:reliability/my-tasks': 8,
  'home-page-widget:home/starred-entities': 4,
  'home-page-widget:reliability/my-follow-ups': 8,
};

export function HomeLayout({ widgets }: HomePageLayoutProps) {
  const organization =
    useApi(configApiRef).getOptionalString('organization.name');
  const byId = new Map(widgets.map(widget => [widget.node.spec.id, widget]));
  return (
    <Page themeId="home">
      <Header
        title={organization ?? 'Home'}
        subtitle="Services, their owners, and how much change they can carry"
      />
      <Content>
        <Grid container spacing={3}>
          {Object.entries(places).map(([id, columns]) => (
            <Grid key={id} item xs={12} md={columns}>
              {byId.get(id)?.component}
            </Grid>
          ))}
        </Grid>
      </Content>
    </Page>
  );
}
