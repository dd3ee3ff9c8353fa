import { useMemo } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import {
  hoursBetween,
  hoursText,
  stretchText,
} from '../../../../utils/oncall/times';
import type {
  TimelineBlock,
  TimelineLane,
} from '../../../../utils/oncall/timeline';
import { useOncallWords, usePeople } from '../../common';

/** Words for lanes and blocks of a timeline. */
export function useBlockWords() {
  const { t } = useTranslation();
  const { nameOfKey } = usePeople();
  const { levelOf } = useOncallWords();
  return useMemo(() => {
    const laneName = ({ title, level }: TimelineLane) => {
      if (!title) return levelOf(level);
      return level === null
        ? title
        : t('oncall.timeline.lane', { title, level: levelOf(level) });
    };
    const whoOf = ({ span }: TimelineBlock) =>
      span?.person ? nameOfKey(span.person) : t('oncall.nobody');
    const howOf = ({ span }: TimelineBlock) => {
      if (!span) return '';
      const source = t(`oncall.timeline.source.${span.source}`);
      const how = span.shadow
        ? t('oncall.timeline.shadow', { how: source })
        : source;
      return span.schedule
        ? t('oncall.timeline.inSchedule', { how, schedule: span.schedule })
        : how;
    };
    const lengthOf = ({ from, to, cut }: TimelineBlock) => {
      const length = hoursText(hoursBetween(from, to));
      return cut ? t('oncall.timeline.longer', { length }) : length;
    };
    const sentence = (block: TimelineBlock, lane: TimelineLane) => {
      const facts = {
        where: laneName(lane),
        when: stretchText(block.from, block.to),
        length: lengthOf(block),
      };
      return block.span
        ? t('oncall.timeline.block', {
            ...facts,
            who: whoOf(block),
            how: howOf(block),
          })
        : t('oncall.timeline.gapBlock', facts);
    };
    return { laneName, whoOf, howOf, lengthOf, sentence };
  }, [t, nameOfKey, levelOf]);
}
