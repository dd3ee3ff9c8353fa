import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ChecklistItemState } from '@plimsoll/backstage-plugin-reliability-common';
import { useId } from 'react';
import { useItemHistory } from '../../../../hooks/readiness/useItemHistory';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Async, errorText } from '../../../async';
import { SmallButton } from '../../parts';
import { HistoryEntry } from './HistoryEntry';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
});

/** Every change of an answer, newest first. */
export function HistoryDialog(props: {
  place: { entityRef: string; checklist: string; item: string };
  item: ChecklistItemState;
  onClose: () => void;
}) {
  const { place, item, onClose } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const id = useId();
  const { first, items, hasMore, loadMore, moreState } = useItemHistory(place);
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={id}
      fullWidth
      maxWidth="sm"
      scroll="paper"
    >
      <DialogTitle id={id}>
        {t('readiness.history.title', { title: item.title })}
      </DialogTitle>
      <DialogContent>
        <Async state={first} dense>
          {() => (
            <Typography variant="body2" component="div">
              {items.length === 0 && t('readiness.history.none')}
              <ol className={classes.list}>
                {items.map(change => (
                  <HistoryEntry
                    key={`${change.version} ${change.at} ${change.action}`}
                    change={change}
                    itemId={item.id}
                  />
                ))}
              </ol>
              {hasMore && (
                <SmallButton
                  disabled={moreState.kind === 'running'}
                  onClick={loadMore}
                >
                  {t('readiness.history.more')}
                </SmallButton>
              )}
              <div role="alert">
                {moreState.kind === 'failed' &&
                  t('readiness.history.moreFailed', {
                    message: errorText(moreState.error),
                  })}
              </div>
            </Typography>
          )}
        </Async>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('readiness.history.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
