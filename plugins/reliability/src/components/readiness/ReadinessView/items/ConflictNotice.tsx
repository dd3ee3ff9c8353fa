import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ChecklistItemState } from '@plimsoll/backstage-plugin-reliability-common';
import type { AnswerDraft } from '../../../../hooks/readiness/useItemSaves';
import { useTranslation } from '../../../../hooks/useTranslation';
import { SafeMarkdown, statusColors } from '../../../common';
import { AnswerText, Detail, Details, SmallButton } from '../../parts';

const useStyles = makeStyles(theme => ({
  root: {
    margin: theme.spacing(0.5, 1, 1.5),
    padding: theme.spacing(1, 1.5),
    borderLeft: `3px solid ${statusColors(theme).warn}`,
    backgroundColor: theme.palette.background.paper,
  },
  title: { fontWeight: 600 },
  actions: { display: 'flex', gap: theme.spacing(1), marginTop: 8 },
}));

function Mine({ draft }: { draft: AnswerDraft }) {
  const { t } = useTranslation();
  if (!draft.answer) return <>{t('readiness.conflict.withdrawn')}</>;
  return (
    <>
      {t(`readiness.answer.${draft.answer}`)}
      {draft.evidence.length > 0 && (
        <>
          {', '}
          {t('readiness.conflict.evidence', { count: draft.evidence.length })}
        </>
      )}
      {draft.note && <SafeMarkdown text={draft.note} />}
    </>
  );
}

/** Two people answered the same item: both answers side by side, and the choice. */
export function ConflictNotice(props: {
  theirs: ChecklistItemState['answer'];
  mine: AnswerDraft;
  onKeep: () => void;
  onPut: () => void;
}) {
  const { theirs, mine, onKeep, onPut } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <Typography variant="body2" component="div" className={classes.root}>
      <div className={classes.title}>{t('readiness.conflict.title')}</div>
      <div>{t('readiness.conflict.text')}</div>
      <Details>
        <Detail label={t('readiness.conflict.theirs')}>
          {theirs ? (
            <AnswerText answer={theirs} />
          ) : (
            t('readiness.conflict.withdrawn')
          )}
        </Detail>
        <Detail label={t('readiness.conflict.mine')}>
          <Mine draft={mine} />
        </Detail>
      </Details>
      <div className={classes.actions}>
        <SmallButton onClick={onKeep}>
          {t('readiness.conflict.keep')}
        </SmallButton>
        <SmallButton onClick={onPut}>{t('readiness.conflict.put')}</SmallButton>
      </div>
    </Typography>
  );
}
