import {
  BreadcrumbEntry,
  NotFoundErrorPage,
  PageLayout,
  pluginHeaderActionsApiRef,
  useApi,
  useRouteRef,
} from '@backstage/frontend-plugin-api';
import type { ReactNode } from 'react';
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
  const hrefOf = (path: string) => (path ? `${base}/${path}` : base);
  const index = pages.find(page => page.path === '');
  return (
    <PageLayout
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
    </PageLayout>
  );
}
