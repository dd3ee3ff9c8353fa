import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ChecklistItemState,
  DossierItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { FactValue } from '../../../maturity/FactValue';
import { Rule } from '../../../maturity/Rule';
import { AnswerText, ItemStateMark } from '../../parts';

const useStyles = makeStyles(theme => ({
  root: { minWidth: 0, overflowWrap: 'anywhere' },
  title: { color: theme.palette.text.secondary, fontSize: '0.75rem' },
  values: { margin: 0, padding: 0, listStyle: 'none' },
}));

type Content = Pick<
  ChecklistItemState | DossierItem,
  'state' | 'answer' | 'contest' | 'actual'
>;

/** One side of the comparison: the state, and what it rests on. */
export function ReviewSide(props: {
  title: string;
  content?: Content;
  /** Said where there is no content. */
  nothing?: string;
}) {
  const { title, content, nothing } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <Typography variant="body2" component="div" className={classes.root}>
      <div className={classes.title}>{title}</div>
      {content ? (
        <>
          <div>
            <ItemStateMark state={content.state} />
          </div>
          {(content.answer || content.actual.length === 0) && (
            <AnswerText answer={content.answer} />
          )}
          {content.actual.length > 0 && (
            <ul className={classes.values}>
              {content.actual.map(fact => (
                <li key={fact.path}>
                  <Rule text={fact.path} />: <FactValue value={fact.value} />
                </li>
              ))}
            </ul>
          )}
          {content.contest &&
            t('readiness.dossier.contested', {
              reason: content.contest.reason,
            })}
        </>
      ) : (
        nothing
      )}
    </Typography>
  );
}
