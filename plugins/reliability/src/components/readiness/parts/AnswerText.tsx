import { makeStyles } from '@material-ui/core/styles';
import type { ChecklistItemState } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { SafeMarkdown, TimeAgo } from '../../common';
import { Person } from '../../maturity/Person';
import { EvidenceLink } from './EvidenceLink';

const useStyles = makeStyles(theme => ({
  note: { marginTop: theme.spacing(0.5) },
  list: { margin: theme.spacing(0.5, 0, 0), paddingLeft: theme.spacing(2.5) },
}));

/** An answer to be read: what, by whom, when, with its note and evidence. */
export function AnswerText(props: { answer: ChecklistItemState['answer'] }) {
  const { answer } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  if (!answer) return <>{t('readiness.answer.none')}</>;
  return (
    <div>
      {t('readiness.answer.by', {
        answer: t(`readiness.answer.${answer.value}`),
        who: <Person name={answer.by} />,
        ago: <TimeAgo at={answer.at} />,
      })}
      {answer.note && (
        <div className={classes.note}>
          <SafeMarkdown text={answer.note} />
        </div>
      )}
      {answer.evidence.length > 0 && (
        <ul className={classes.list}>
          {answer.evidence.map(({ title, url }) => (
            <li key={`${url} ${title}`}>
              <EvidenceLink title={title} url={url} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
