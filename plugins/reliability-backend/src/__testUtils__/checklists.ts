import { JsonObject } from '@backstage/types';

export const item = (id: string, changed: JsonObject = {}): JsonObject => ({
  id,
  title: `Item ${id}`,
  category: 'general',
  phase: 'live',
  ...changed,
});

/** A checklist as somebody would write it, with only what must be written. */
export const checklist = (changed: JsonObject = {}): JsonObject => ({
  id: 'launch',
  title: 'Launch',
  items: [item('a'), item('b')],
  ...changed,
});
