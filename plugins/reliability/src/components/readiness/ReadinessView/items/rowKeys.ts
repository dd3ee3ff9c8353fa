import type { AnswerValue } from '@plimsoll/backstage-plugin-reliability-common';
import type { KeyboardEvent } from 'react';
import { isChord, isTyping } from './listKeys';

const answers: Record<string, AnswerValue | undefined> = {
  y: 'yes',
  n: 'no',
  a: 'not-applicable',
};

/** Answers with one key while the row, and no field in it, has the focus. */
export function rowKeyHandler(does: {
  give: (value: AnswerValue) => void;
  evidence: () => void;
}) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (isTyping(event) || isChord(event) || event.repeat) return;
    const key = event.key.toLowerCase();
    const answer = answers[key];
    if (!answer && key !== 'e') return;
    // The letter would be typed into the field that takes the focus now.
    event.preventDefault();
    if (answer) does.give(answer);
    else does.evidence();
  };
}
