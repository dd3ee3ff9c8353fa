import { z } from 'zod';
import { accountSchema, listOf, maybe, text } from '../../answers';

const named = maybe(z.object({ name: text }));

const linkSchema = z.object({
  type: named,
  outwardIssue: maybe(z.object({ id: text })),
});

/** Fields of Jira; those of a company, such as `customfield_10041`, are read by their ids. */
export const fieldsSchema = z.looseObject({
  summary: text,
  created: text,
  updated: text,
  resolutiondate: text,
  priority: named,
  resolution: named,
  status: maybe(
    z.object({ name: text, statusCategory: maybe(z.object({ key: text })) }),
  ),
  project: maybe(z.object({ key: text, name: text })),
  components: listOf(z.object({ name: text })),
  assignee: maybe(accountSchema),
  issuelinks: listOf(linkSchema),
});

/** An issue can only be kept under its id; its key changes when it is moved. */
export const issueSchema = z.object({
  id: z.coerce.string().regex(/^\d{1,19}$/),
  key: text,
  fields: fieldsSchema,
});

export type FieldsAnswer = z.output<typeof fieldsSchema>;
export type IssueAnswer = z.output<typeof issueSchema>;
