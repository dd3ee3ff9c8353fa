import { identityApiRef } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { mockApis, TestApiProvider } from '@backstage/test-utils';
import type { ReactElement } from 'react';
import type { ReliabilityApi } from '../api';
import { renderPage } from './renderPage';

const catalog = catalogApiMock({
  entities: [
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name: 'ben.cole', namespace: 'default' },
      spec: { profile: { displayName: 'Ben Cole' } },
    },
  ],
});

/** Renders what comes after an incident, for somebody, against a mock of the API. */
export function renderAftermath(
  element: ReactElement,
  options: {
    api?: Partial<ReliabilityApi>;
    path?: string;
    /** Entity reference of the reader. */
    me?: string;
  } = {},
) {
  const { api, path, me = 'user:default/anna.berg' } = options;
  const identity = mockApis.identity({
    userEntityRef: me,
    ownershipEntityRefs: [me, 'group:default/payments'],
  });
  return renderPage(
    <TestApiProvider
      apis={[
        [identityApiRef, identity],
        [catalogApiRef, catalog],
      ]}
    >
      {element}
    </TestApiProvider>,
    { api, path },
  );
}
