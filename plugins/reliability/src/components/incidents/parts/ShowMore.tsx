import { makeStyles } from '@material-ui/core/styles';
import type { ActionState } from '../../../hooks/useAction';
import { useTranslation } from '../../../hooks/useTranslation';
import { errorText } from '../../async';
import { SmallButton } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    padding: theme.spacing(1.5, 0),
  },
}));

/** The end of a list that has more. */
export function ShowMore(props: {
  hasMore: boolean;
  state: ActionState<unknown>;
  onMore: () => void;
}) {
  const { hasMore, state, onMore } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  if (!hasMore) return null;
  return (
    <div className={classes.root}>
      <SmallButton disabled={state.kind === 'running'} onClick={onMore}>
        {t('followUps.lesson.tab.more')}
      </SmallButton>
      <span role="alert">
        {state.kind === 'failed' &&
          t('followUps.lesson.tab.moreFailed', {
            message: errorText(state.error),
          })}
      </span>
    </div>
  );
}
