import type { OncallLoadItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { usePeople } from '../common';

/** A share of the hours from which on one person is named. */
const HALF = 0.5;

/** Whether a pager rests on one person, in a plain sentence. */
export function useLoadSentence(load: readonly OncallLoadItem[]): string {
  const { t } = useTranslation();
  const { nameOf } = usePeople();
  const carrying = load.filter(({ hours }) => hours > 0);
  if (carrying.length === 0) return t('oncallGroup.load.none');
  const most = carrying.reduce((a, b) => (b.share > a.share ? b : a));
  const name = nameOf(most.person);
  if (carrying.length === 1) return t('oncallGroup.load.alone', { name });
  return most.share > HALF
    ? t('oncallGroup.load.most', {
        name,
        share: String(Math.round(most.share * 100)),
      })
    : t('oncallGroup.load.even', { count: carrying.length });
}
