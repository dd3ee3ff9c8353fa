import type {
  Campaign,
  CampaignFilter,
  CreateCampaignRequest,
  PatchCampaignRequest,
} from '@plimsoll/backstage-plugin-reliability-common';

/** An item of a checklist. */
export interface ItemChosen {
  checklistId: string;
  itemId: string;
}

/** What the form holds. */
export interface CampaignForm {
  title: string;
  goal: string;
  owner: string | null;
  /** Empty: the first one that is configured. */
  scorecard: string;
  filter: CampaignFilter;
  checks: readonly string[];
  items: readonly ItemChosen[];
  /** Days as YYYY-MM-DD. */
  startsAt: string;
  dueAt: string;
}

const today = () => new Date().toISOString().slice(0, 10);

/** An empty form, or what an address says: `title`, `goal` and `items` as `checklist/item`. */
export const filledForm = (search: URLSearchParams): CampaignForm => ({
  title: search.get('title')?.slice(0, 200) ?? '',
  goal: search.get('goal')?.slice(0, 10_000) ?? '',
  owner: null,
  scorecard: '',
  filter: {},
  checks: [],
  items: search.getAll('items').flatMap(text => {
    const [checklistId, itemId] = text.split('/');
    return checklistId && itemId ? [{ checklistId, itemId }] : [];
  }),
  startsAt: today(),
  dueAt: '',
});

/** A campaign as the form holds it. */
export const formOfCampaign = (campaign: Campaign): CampaignForm => ({
  title: campaign.title,
  goal: campaign.goal,
  owner: campaign.owner,
  scorecard: campaign.scorecard.id,
  filter: campaign.filter,
  checks: campaign.requirements.flatMap(each =>
    each.kind === 'check' ? [each.id] : [],
  ),
  items: campaign.requirements.flatMap(each =>
    each.kind === 'item'
      ? [{ checklistId: each.checklistId, itemId: each.id }]
      : [],
  ),
  startsAt: campaign.startsAt,
  dueAt: campaign.dueAt,
});

/** What is missing or wrong, by the field. */
export function problemsOf(form: CampaignForm) {
  return {
    title: form.title.trim() === '',
    owner: form.owner === null,
    due: form.dueAt === '',
    order: form.dueAt !== '' && form.dueAt <= form.startsAt,
    work: form.checks.length + form.items.length === 0,
  };
}

export type CampaignProblems = ReturnType<typeof problemsOf>;

/** Which services and what they have to do, as the API wants it. */
export const scopeOf = ({
  scorecard,
  filter,
  checks,
  items,
}: CampaignForm) => ({
  scorecard,
  filter,
  checks: [...checks],
  items: [...items],
});

/** The whole form, as the API wants it. */
export const requestOf = (form: CampaignForm): CreateCampaignRequest => ({
  ...scopeOf(form),
  title: form.title.trim(),
  goal: form.goal.trim(),
  owner: form.owner ?? '',
  startsAt: form.startsAt,
  dueAt: form.dueAt,
});

/** The fields that differ from the campaign; what the form did not touch is not sent. */
export function patchOf(
  form: CampaignForm,
  campaign: Campaign,
): PatchCampaignRequest {
  const before: Record<string, unknown> = requestOf(formOfCampaign(campaign));
  const changed = Object.entries(requestOf(form)).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
  );
  return { version: campaign.version, ...Object.fromEntries(changed) };
}
