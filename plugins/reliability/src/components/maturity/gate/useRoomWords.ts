import type { GateAnswer } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { waterOf, wholePercent } from './water';

/** What the picture says, in words: all of it, and in short. */
export function useRoomWords(answer: GateAnswer) {
  const { t } = useTranslation();
  const water = waterOf(answer);
  const { binding } = answer.gauge;
  const state = t(`gate.state.${answer.state}`);
  const words = () => {
    if (water.kind === 'over') {
      return [t('gate.picture.over'), t('gate.picture.overShort')];
    }
    if (water.kind === 'unknown' || binding === null) {
      return [t('gate.picture.none'), t('gate.picture.noneShort')];
    }
    const percent = String(wholePercent(water.room));
    return [
      t('gate.picture.room', { percent, noun: t(`gate.bound.${binding}`) }),
      t('gate.picture.short', { percent }),
    ];
  };
  const [room, short] = words();
  return { room, short, label: t('gate.picture.label', { state, room }) };
}
