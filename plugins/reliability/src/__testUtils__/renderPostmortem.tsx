import type { PostmortemResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { fireEvent, screen } from '@testing-library/react';
import type { ReliabilityApi } from '../api';
import { PostmortemPage } from '../components/incidents/PostmortemPage';
import { renderAftermath } from './renderAftermath';

/** The incident of `postmortemResponse()`. */
export const INCIDENT = 'pd-main:Q1';

/** Renders the page of a postmortem for somebody, its author by default. */
export const renderPostmortem = (
  postmortem: PostmortemResponse,
  api: Partial<ReliabilityApi> = {},
  me?: string,
) =>
  renderAftermath(<PostmortemPage id={INCIDENT} />, {
    me,
    api: { getPostmortem: async () => postmortem, ...api },
  });

/** The field in which a section is written. */
export const textOf = (section: string) =>
  screen.findByRole<HTMLTextAreaElement>('textbox', {
    name: `Text of “${section}”, in Markdown`,
  });

/** Writes a section anew. */
export const write = async (section: string, value: string) =>
  fireEvent.change(await textOf(section), { target: { value } });

/** The button that saves. */
export const saveButton = () => screen.getByRole('button', { name: 'Save' });
