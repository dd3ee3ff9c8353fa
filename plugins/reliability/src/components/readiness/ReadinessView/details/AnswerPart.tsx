import type { ChecklistItemState } from '@plimsoll/backstage-plugin-reliability-common';
import type { ItemDraft } from '../../../../hooks/readiness/useItemDraft';
import { useTranslation } from '../../../../hooks/useTranslation';
import { SafeMarkdown, TimeAgo } from '../../../common';
import { Person } from '../../../maturity/Person';
import { Detail, SmallButton } from '../../parts';
import { NoteForm } from './NoteForm';

interface AnswerPartProps {
  item: ChecklistItemState;
  draft: ItemDraft;
  mayAnswer: boolean;
}

/** The answer that is there, its note, and the field to write one. */
export function AnswerPart({ item, draft, mayAnswer }: AnswerPartProps) {
  const { answer } = item;
  const { t } = useTranslation();
  const { asking } = draft;
  const unsent = draft.note !== (answer?.note ?? '');
  const writing =
    mayAnswer && (asking === 'reason' || asking === 'note' || unsent);
  return (
    <>
      <Detail label={t('readiness.details.answer')}>
        {answer
          ? t('readiness.answer.by', {
              answer: t(`readiness.answer.${answer.value}`),
              who: <Person name={answer.by} />,
              ago: <TimeAgo at={answer.at} />,
            })
          : t('readiness.answer.none')}
      </Detail>
      {(answer?.note || mayAnswer) && (
        <Detail label={t('readiness.details.note')}>
          {writing ? (
            <NoteForm
              // The two questions are different fields, and each takes the focus when it is asked.
              key={asking === 'reason' ? 'reason' : 'note'}
              draft={draft}
              answered={answer !== null}
            />
          ) : (
            <>
              {answer?.note && <SafeMarkdown text={answer.note} />}
              {mayAnswer && (
                <SmallButton onClick={() => draft.ask('note')}>
                  {answer?.note
                    ? t('readiness.details.editNote')
                    : t('readiness.details.addNote')}
                </SmallButton>
              )}
            </>
          )}
        </Detail>
      )}
    </>
  );
}
