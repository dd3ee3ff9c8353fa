import { Content, Header, Page } from '@backstage/core-components';
import { TestApiProvider } from '@backstage/test-utils';
import type { ReactNode } from 'react';
import { ReliabilityApi, reliabilityApiRef } from '../src';

/** One screen or card in one state. */
export interface StoryDefinition {
  /** The address: `/stories/<path>`. */
  path: string;
  title: string;
  api: ReliabilityApi;
  element: ReactNode;
}

/** Draws a story with the API that puts it in its state. */
export function Story({ story }: { story: StoryDefinition }) {
  return (
    <Page themeId="tool">
      <Header
        title={story.title}
        subtitle="No backend: every answer is made up"
      />
      <Content>
        <TestApiProvider apis={[[reliabilityApiRef, story.api]]}>
          {story.element}
        </TestApiProvider>
      </Content>
    </Page>
  );
}
