import { Header, Page, TabbedLayout } from '@backstage/core-components';
import { useTranslation } from '../../hooks/useTranslation';
import { RankingPage } from '../maturity/RankingPage';
import { DataProblemsPage } from '../tier/DataProblemsPage';
import { StandardsPage } from '../tier/StandardsPage';

/** Header and tabs for the classic frontend; the new one draws its own around the same bodies. */
export function ReliabilityClassicPage() {
  const { t } = useTranslation();
  return (
    <Page themeId="tool">
      <Header title={t('common.title')} />
      <TabbedLayout>
        <TabbedLayout.Route path="/" title={t('ranking.title')}>
          <RankingPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/standards" title={t('standards.title')}>
          <StandardsPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/data-problems" title={t('problems.title')}>
          <DataProblemsPage />
        </TabbedLayout.Route>
      </TabbedLayout>
    </Page>
  );
}
