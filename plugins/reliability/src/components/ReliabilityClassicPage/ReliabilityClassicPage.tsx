import {
  Content,
  Header,
  Page,
  TabbedLayout,
} from '@backstage/core-components';
import { useParams } from 'react-router-dom';
import { useTranslation } from '../../hooks/useTranslation';
import { IncidentPages } from '../incidents/IncidentPages';
import { ProgrammePages } from '../maturity/programme/ProgrammePages';
import { RankingPage } from '../maturity/RankingPage';
import { OncallPage } from '../oncall/OncallPage';
import { DossierPage } from '../readiness/DossierPage';
import { ReadinessPage } from '../readiness/ReadinessPage';
import { TasksPage } from '../readiness/TasksPage';
import { SloPages } from '../slo/SloPages';
import { DataProblemsPage } from '../tier/DataProblemsPage';
import { StandardsPage } from '../tier/StandardsPage';

/** Header and tabs for the classic frontend; the new one draws its own around the same bodies. */
export function ReliabilityClassicPage() {
  const { t } = useTranslation();
  const review = /^reviews\/([^/]+)/.exec(useParams()['*'] ?? '')?.[1];
  // A dossier is reached by links only, so it has no tab.
  if (review) {
    return (
      <Page themeId="tool">
        <Header title={t('common.title')} />
        <Content>
          <DossierPage id={review} />
        </Content>
      </Page>
    );
  }
  return (
    <Page themeId="tool">
      <Header title={t('common.title')} />
      <TabbedLayout>
        <TabbedLayout.Route path="/" title={t('ranking.title')}>
          <RankingPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/slos" title={t('slos.title')}>
          <SloPages />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/oncall" title={t('oncalls.title')}>
          <OncallPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/incidents" title={t('incidents.title')}>
          <IncidentPages />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/readiness" title={t('organisation.title')}>
          <ReadinessPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/tasks" title={t('tasks.title')}>
          <TasksPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/programme" title={t('programme.title')}>
          <ProgrammePages />
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
