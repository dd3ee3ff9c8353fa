import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ChecklistItemState,
  Dossier,
  DossierChange,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useMemo } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { ReviewItem } from './ReviewItem';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  removed: { margin: theme.spacing(0.5, 0), paddingLeft: theme.spacing(2.5) },
}));

/** The items of a phase under review, those that changed since the last dossier first. */
export function ReviewItems(props: {
  items: readonly ChecklistItemState[];
  changes: readonly DossierChange[];
  /** What was signed last; absent where nothing was. */
  dossier?: Dossier;
  comments: Readonly<Record<string, string>>;
  /** Absent for those who may not decide. */
  onComment?: (id: string, text: string) => void;
}) {
  const { items, changes, dossier, comments, onComment } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const changed = useMemo(
    () => new Map(changes.map(change => [change.itemId, change])),
    [changes],
  );
  const signed = new Map(
    dossier?.items.map(item => [item.definition.id, item]) ?? [],
  );
  const sorted = [
    ...items.filter(({ id }) => changed.has(id)),
    ...items.filter(({ id }) => !changed.has(id)),
  ];
  const removed = changes.filter(({ kind }) => kind === 'removed');
  return (
    <>
      <Typography variant="body2">
        {dossier
          ? t('readiness.review.changedCount', { count: changes.length })
          : t('readiness.review.noDossier')}
      </Typography>
      <ul className={classes.list}>
        {sorted.map(item => (
          <ReviewItem
            key={item.id}
            item={item}
            change={changed.get(item.id)}
            signed={signed.get(item.id)}
            signedAt={dossier?.review.approvedAt}
            comment={comments[item.id]}
            onComment={onComment}
          />
        ))}
      </ul>
      {removed.length > 0 && (
        <Typography variant="body2" component="div">
          {t('readiness.review.removed')}
          <ul className={classes.removed}>
            {removed.map(({ itemId, title }) => (
              <li key={itemId}>{title}</li>
            ))}
          </ul>
        </Typography>
      )}
    </>
  );
}
