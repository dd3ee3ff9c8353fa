import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { ChecklistItemState } from '@plimsoll/backstage-plugin-reliability-common';
import type { ItemDraft } from '../../../../hooks/readiness/useItemDraft';
import { useTranslation } from '../../../../hooks/useTranslation';
import { SafeMarkdown, TimeAgo } from '../../../common';
import { Person } from '../../../maturity/Person';
import { Detail, Details, SmallButton } from '../../parts';
import type { ItemActions } from '../items/itemActions';
import { AnswerPart } from './AnswerPart';
import { AutomaticValues } from './AutomaticValues';
import { ContestNotice } from './ContestNotice';
import { EvidencePart } from './EvidencePart';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(0.5, 1, 2) },
  links: { margin: 0, paddingLeft: theme.spacing(2.5) },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1.5),
  },
}));

export interface ItemDetailsProps {
  item: ChecklistItemState;
  draft: ItemDraft;
  mayAnswer: boolean;
  mayContest: boolean;
  actions: ItemActions;
}

/** All about one item: why, how, the answer with its note and evidence, and what else can be done. */
export function ItemDetails(props: ItemDetailsProps) {
  const { item, draft, mayAnswer, mayContest, actions } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { comment, contest, links } = item;
  return (
    <div className={classes.root}>
      <Details>
        {comment && (
          <Detail label={t('readiness.details.comment')}>
            <SafeMarkdown text={comment.text} />
            {t('readiness.details.commentBy', {
              who: <Person name={comment.by} />,
              ago: <TimeAgo at={comment.at} />,
            })}
          </Detail>
        )}
        {contest && (
          <ContestNotice
            contest={contest}
            onSettle={mayContest ? () => actions.settle(item.id) : undefined}
          />
        )}
        {item.automatic ? (
          <AutomaticValues item={item} />
        ) : (
          <AnswerPart item={item} draft={draft} mayAnswer={mayAnswer} />
        )}
        {!item.automatic && item.evidenceRule !== 'none' && (
          <EvidencePart item={item} draft={draft} mayAnswer={mayAnswer} />
        )}
        {item.why && (
          <Detail label={t('readiness.details.why')}>
            <SafeMarkdown text={item.why} />
          </Detail>
        )}
        {item.how && (
          <Detail label={t('readiness.details.how')}>
            <SafeMarkdown text={item.how} />
          </Detail>
        )}
        {links.length > 0 && (
          <Detail label={t('readiness.details.links')}>
            <ul className={classes.links}>
              {links.map(({ title, url }) => (
                <li key={url}>
                  <Link to={url} target="_blank" rel="noopener noreferrer">
                    {title}
                  </Link>
                </li>
              ))}
            </ul>
          </Detail>
        )}
      </Details>
      <div className={classes.actions}>
        <SmallButton onClick={() => actions.history(item.id)}>
          {t('readiness.details.history')}
        </SmallButton>
        {mayContest && !contest && (item.automatic || item.answer) && (
          <SmallButton onClick={() => actions.contest(item.id)}>
            {t('readiness.details.contest')}
          </SmallButton>
        )}
        {mayAnswer && item.answer && (
          <SmallButton onClick={draft.takeBack}>
            {t('readiness.answer.takeBack')}
          </SmallButton>
        )}
      </div>
    </div>
  );
}
