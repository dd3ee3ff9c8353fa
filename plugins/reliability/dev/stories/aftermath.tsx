import { InfoCard } from '@backstage/core-components';
import { identityApiRef } from '@backstage/core-plugin-api';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { mockApis, TestApiProvider } from '@backstage/test-utils';
import Grid from '@material-ui/core/Grid';
import type { ReactNode } from 'react';
import { AccountsTab } from '../../src/components/incidents/AccountsTab';
import { DeclareIncidentDialog } from '../../src/components/incidents/DeclareIncidentDialog';
import { EditIncidentDialog } from '../../src/components/incidents/EditIncidentDialog';
import { FollowUpDialog } from '../../src/components/incidents/followUps/FollowUpDialog';
import { FollowUpList } from '../../src/components/incidents/followUps';
import { FollowUpsTab } from '../../src/components/incidents/FollowUpsTab';
import { GroupFollowUpsCard } from '../../src/components/incidents/GroupFollowUpsCard';
import { ImportIncidentsDialog } from '../../src/components/incidents/ImportIncidentsDialog';
import { LessonDialog } from '../../src/components/incidents/LessonDialog';
import { LessonsTab } from '../../src/components/incidents/LessonsTab';
import { MyFollowUpsCard } from '../../src/components/incidents/MyFollowUpsCard';
import { PostmortemPage } from '../../src/components/incidents/PostmortemPage';
import { ReliabilitySearchResultListItem } from '../../src/components/incidents/ReliabilitySearchResultListItem';
import { ReviewsTab } from '../../src/components/incidents/ReviewsTab';
import { UnmappedTab } from '../../src/components/incidents/UnmappedTab';
import { followUp, followUpsResponse } from '../../src/testUtils/followUps';
import { incidentResponse } from '../../src/testUtils/incidents';
import {
  aftermathApi,
  beforehandApi,
  postmortemApi,
  postmortems,
} from '../incidentAftermath';
import { states } from '../states';
import type { StoryDefinition } from '../Story';

const nothing = () => {};
const group = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'payments', namespace: 'default', title: 'Payments' },
  spec: { type: 'team', children: [] },
};
const jane = mockApis.identity({
  userEntityRef: 'user:default/jane.osei',
  ownershipEntityRefs: ['user:default/jane.osei', 'group:default/payments'],
});
const edited = incidentResponse({
  edits: [
    {
      field: 'title',
      reported: 'CPU high on pay-7',
      value: 'Payments are refused',
      by: 'user:default/anna.berg',
      at: '2026-11-19T08:00:00Z',
    },
    {
      field: 'impactStart',
      reported: null,
      value: '2026-11-18T09:02:00Z',
      by: 'user:default/anna.berg',
      at: '2026-11-19T08:00:00Z',
    },
    {
      field: 'customerImpact',
      reported: null,
      value: true,
      by: 'user:default/anna.berg',
      at: '2026-11-19T08:00:00Z',
    },
  ],
});

const cards = (
  <TestApiProvider apis={[[identityApiRef, jane]]}>
    <Grid container spacing={3}>
      <Grid item xs={12} md={6}>
        <EntityProvider entity={group}>
          <GroupFollowUpsCard />
        </EntityProvider>
      </Grid>
      <Grid item xs={12} md={6}>
        <InfoCard title="My follow-ups">
          <MyFollowUpsCard />
        </InfoCard>
      </Grid>
    </Grid>
  </TestApiProvider>
);
const found = (
  <>
    {(['incident', 'postmortem'] as const).map(kind => (
      <ReliabilitySearchResultListItem
        key={kind}
        result={Object.assign(
          {
            title: 'INC-42: Payments are refused',
            text: 'Payments were refused for 48 minutes, because the pool was empty.',
            location: '/reliability/incidents/pd-main%3AQ1',
          },
          { kind, severity: 'SEV1', status: 'resolved' },
        )}
      />
    ))}
  </>
);

const tabs: Record<string, ReactNode> = {
  'follow-ups': <FollowUpsTab />,
  unmapped: <UnmappedTab />,
  accounts: <AccountsTab />,
  reviews: <ReviewsTab />,
  lessons: <LessonsTab />,
  'follow-up-cards': cards,
};
const companies = {
  full: aftermathApi,
  empty: beforehandApi,
  loading: states.loading,
  failed: states.failed,
  forbidden: states.forbidden,
};
const single: Record<string, ReactNode> = {
  'follow-up-list': (
    <FollowUpList
      incidentId="pd-main:Q1"
      items={followUpsResponse().items}
      canEdit
      onChanged={nothing}
    />
  ),
  'follow-up-dialog': (
    <FollowUpDialog
      incidentId="pd-main:Q1"
      item={followUp()}
      onWritten={nothing}
      onClose={nothing}
    />
  ),
  'lesson-dialog': (
    <LessonDialog followUp={followUp()} onWritten={nothing} onClose={nothing} />
  ),
  'incident-declare': (
    <DeclareIncidentDialog onDeclared={nothing} onClose={nothing} />
  ),
  'incident-edit': (
    <EditIncidentDialog
      incident={edited}
      onWritten={nothing}
      onClose={nothing}
    />
  ),
  'incident-import': (
    <ImportIncidentsDialog onImported={nothing} onClose={nothing} />
  ),
  'incident-found': found,
};
const pages = [
  ...(Object.keys(postmortems) as (keyof typeof postmortems)[]),
  'conflict' as const,
];

/** What comes after an incident: postmortems, follow-ups, lessons, reviews; and how incidents get in. */
export const aftermathStories: StoryDefinition[] = [
  ...pages.map(name => ({
    path: `postmortem-${name}`,
    title: `Postmortem, ${name}`,
    api: postmortemApi(name),
    element: <PostmortemPage id="pd-main:Q1" />,
  })),
  ...Object.entries(tabs).flatMap(([name, element]) =>
    Object.entries(companies).map(([state, api]) => ({
      path: `${name}-${state}`,
      title: `${name}, ${state}`,
      api,
      element,
    })),
  ),
  ...Object.entries(single).map(([name, element]) => ({
    path: name,
    title: name,
    api: aftermathApi,
    element,
  })),
];
