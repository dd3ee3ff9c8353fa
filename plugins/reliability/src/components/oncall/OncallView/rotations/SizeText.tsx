import type { RotationSizeItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { useOncallWords } from '../../common';

/** How many share each level, and by what that is known. */
export function SizeText({ size }: { size: readonly RotationSizeItem[] }) {
  const { t } = useTranslation();
  const { levelOf } = useOncallWords();
  const parts = size.map(({ level, people, basis }) => {
    const count = t('oncall.rotations.people', { count: people });
    const words = `${count} ${t(`oncall.rotations.basis.${basis}`)}`;
    return level === null
      ? words
      : t('oncall.rotations.sizeLevel', {
          level: levelOf(level),
          people: words,
        });
  });
  return <>{parts.join('; ')}</>;
}
