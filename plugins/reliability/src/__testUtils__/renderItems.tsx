import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EntityReliabilityContent } from '../components/maturity/EntityReliabilityContent';
import { readinessBackend } from './readinessBackend';
import { renderAtEntity } from './renderAtEntity';

/** Renders the readiness of a service against a backend that keeps answers, and finds its rows. */
export async function renderItems(
  backend = readinessBackend(),
  allowed = true,
) {
  await renderAtEntity(<EntityReliabilityContent />, {
    api: backend.api,
    allowed,
    path: '/?view=readiness',
  });
  const region = await screen.findByRole('region', { name: 'Items' });
  /** The button of a row that opens it. */
  const head = (name: RegExp) => within(region).getByRole('button', { name });
  const row = (name: RegExp) => head(name).closest('li')!;
  return { ...backend, region, row, head };
}

/** Clicks a button inside of an element. */
export const click = (inside: HTMLElement, name: string) =>
  userEvent.click(within(inside).getByRole('button', { name }));

/** The body of the last answer that was sent. */
export const sent = (putAnswer: jest.Mock) => putAnswer.mock.lastCall?.[1];
