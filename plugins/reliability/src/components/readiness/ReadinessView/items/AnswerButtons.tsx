import { makeStyles } from '@material-ui/core/styles';
import type {
  AnswerValue,
  ChecklistItemState,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ItemSave } from '../../../../hooks/readiness/useItemSaves';
import { useTranslation } from '../../../../hooks/useTranslation';
import { SmallButton } from '../../parts';

const useStyles = makeStyles({
  root: { display: 'inline-flex', gap: 4, flex: 'none' },
});

const values: readonly AnswerValue[] = ['yes', 'no', 'not-applicable'];

/** Yes, no, not applicable; what is being saved is pressed already. */
export function AnswerButtons(props: {
  item: ChecklistItemState;
  save?: ItemSave;
  onAnswer: (value: AnswerValue) => void;
}) {
  const { item, save, onAnswer } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const current =
    save?.kind === 'saving' ? save.draft.answer : item.answer?.value;
  return (
    <span
      role="group"
      className={classes.root}
      aria-label={t('readiness.answer.label', { title: item.title })}
    >
      {values.map(value => (
        <SmallButton
          key={value}
          aria-pressed={value === current}
          aria-label={
            value === 'not-applicable'
              ? t('readiness.answer.spoken')
              : undefined
          }
          onClick={() => onAnswer(value)}
        >
          {value === 'not-applicable'
            ? t('readiness.answer.short')
            : t(`readiness.answer.${value}`)}
        </SmallButton>
      ))}
    </span>
  );
}
