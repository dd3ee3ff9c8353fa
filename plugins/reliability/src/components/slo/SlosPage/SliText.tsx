import type { SloItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { sliText } from '../../../utils/slo/numbers';

/** What was measured; a dash with its words where that is not known. */
export function SliText({ sli, target }: Pick<SloItem, 'sli' | 'target'>) {
  const { t } = useTranslation();
  return sli === null ? (
    <span title={t('slos.list.sliUnknown')}>{t('slos.list.none')}</span>
  ) : (
    <>{sliText(sli, target)}</>
  );
}
