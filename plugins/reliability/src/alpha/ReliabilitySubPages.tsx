import {
  BreadcrumbEntry,
  NotFoundErrorPage,
  PageLayout,
  pluginHeaderActionsApiRef,
  swappableComponentsApiRef,
  useApi,
  useRouteRef,
} from '@backstage/frontend-plugin-api';
import { useMemo, type ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { PlimsollIcon } from '../components/common';
import { useTranslation } from '../hooks/useTranslation';
import { rootRouteRef } from '../routes';
import { REVIEWS } from './reviews';

interface SubPage {
  /** Below the page; empty for the page itself. */
  path: string;
  title: string;
  element: ReactNode;
}

/**
 * What draws `PageLayout` in this app, looked up once. `PageLayout` itself looks it up whenever it is drawn, and
 * Backstage answers with a new component each time (`DefaultSwappableComponentsApi.getComponent`): whatever is below
 * would be mounted anew at each change of the address, and lose its state and the focus.
 */
function usePageLayout() {
  const components = useApi(swappableComponentsApiRef);
  return useMemo(() => components.getComponent(PageLayout.ref), [components]);
}

/** The header with a tab for each sub page, and the sub page that the address names. */
export function ReliabilitySubPages(props: {
  title?: string;
  pages: SubPage[];
}) {
  const { pages } = props;
  const { t } = useTranslation();
  const title = props.title ?? t('common.title');
  const base = useRouteRef(rootRouteRef)?.() ?? '/reliability';
  const actions = useApi(pluginHeaderActionsApiRef);
  const Layout = usePageLayout();
  const hrefOf = (path: string) => (path ? `${base}/${path}` : base);
  const index = pages.find(page => page.path === '');
  return (
    <Layout
      title={title}
      icon={<PlimsollIcon fontSize="inherit" />}
      titleLink={base}
      headerActions={actions.getPluginHeaderActions('reliability')}
      tabs={pages
        .filter(page => page.path !== REVIEWS)
        .map(page => ({
          id: page.path || 'index',
          label: page.title,
          href: hrefOf(page.path),
        }))}
    >
      <Routes>
        <Route
          index
          element={
            index?.element ??
            (pages[0] && <Navigate to={hrefOf(pages[0].path)} replace />)
          }
        />
        {pages
          .filter(page => page !== index)
          .map(page => (
            <Route
              key={page.path}
              path={`${page.path}/*`}
              element={
                <BreadcrumbEntry
                  entry={{ label: page.title, href: hrefOf(page.path) }}
                >
                  {page.element}
                </BreadcrumbEntry>
              }
            />
          ))}
        <Route path="*" element={<NotFoundErrorPage />} />
      </Routes>
    </Layout>
  );
}
