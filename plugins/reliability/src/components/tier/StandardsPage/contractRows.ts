import type { TiersResponse } from '@plimsoll/backstage-plugin-reliability-common';
import type { useTranslation } from '../../../hooks/useTranslation';
import { durationWords } from '../../../utils/durationWords';
import { BUDGET_DAYS, errorBudgetMinutes } from '../../../utils/errorBudget';

type T = ReturnType<typeof useTranslation>['t'];
type Contract = TiersResponse['items'][number]['contract'];

/** A demand of the contracts; `of` is undefined where a contract does not make it. */
export interface ContractRow {
  key: string;
  title: string;
  of: (contract: Contract) => string | undefined;
}

const words = (iso: string | undefined) =>
  iso === undefined ? undefined : durationWords(iso);

const number = (value: number | undefined) => value?.toLocaleString();

/** The rows of the table that compares the contracts. */
export function contractRows(t: T): ContractRow[] {
  const target = ({ sloTarget }: Contract, say: (target: number) => string) =>
    sloTarget === undefined ? undefined : say(sloTarget);
  return [
    {
      key: 'objective',
      title: t('standards.tiers.objective'),
      of: contract =>
        target(contract, value =>
          t('standards.tiers.percent', {
            value: value.toLocaleString(undefined, {
              maximumFractionDigits: 6,
            }),
          }),
        ),
    },
    {
      key: 'budget',
      title: t('standards.tiers.budget', { days: String(BUDGET_DAYS) }),
      of: contract =>
        target(contract, value =>
          t('standards.tiers.minutes', {
            minutes: errorBudgetMinutes(value).toLocaleString(),
          }),
        ),
    },
    {
      key: 'atRisk',
      title: t('standards.tiers.atRisk'),
      of: ({ slo }) =>
        slo?.atRiskBelow === undefined
          ? undefined
          : t('standards.tiers.budgetLeft', {
              value: slo.atRiskBelow.toLocaleString(),
            }),
    },
    {
      key: 'alerts',
      title: t('standards.tiers.alerts'),
      of: ({ slo }) =>
        slo?.alerts &&
        (slo.alerts
          .map(severity => t(`standards.tiers.severity.${severity}`))
          .join(', ') ||
          t('standards.tiers.noAlerts')),
    },
    { key: 'rto', title: t('standards.tiers.rto'), of: c => words(c.rto) },
    { key: 'rpo', title: t('standards.tiers.rpo'), of: c => words(c.rpo) },
    {
      key: 'coverage',
      title: t('standards.tiers.coverage'),
      of: ({ oncall }) =>
        oncall?.coverage && t(`standards.tiers.coverages.${oncall.coverage}`),
    },
    {
      key: 'responders',
      title: t('standards.tiers.responders'),
      of: ({ oncall }) => number(oncall?.minResponders),
    },
    {
      key: 'levels',
      title: t('standards.tiers.levels'),
      of: ({ oncall }) => number(oncall?.minLevels),
    },
    {
      key: 'acknowledge',
      title: t('standards.tiers.acknowledge'),
      of: ({ oncall }) => words(oncall?.acknowledge),
    },
    {
      key: 'severities',
      title: t('standards.tiers.severities'),
      of: ({ postmortem }) => postmortem?.severities?.join(', ') || undefined,
    },
    {
      key: 'draft',
      title: t('standards.tiers.draft'),
      of: ({ postmortem }) => words(postmortem?.draft),
    },
    {
      key: 'publish',
      title: t('standards.tiers.publish'),
      of: ({ postmortem }) => words(postmortem?.publish),
    },
    {
      key: 'review',
      title: t('standards.tiers.review'),
      of: c => words(c.reviewEvery),
    },
  ];
}
