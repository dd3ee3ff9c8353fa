import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ChecklistItemState,
  DossierChange,
  DossierItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { dayText } from '../../../../utils/dates';
import { Badge } from '../../parts';
import { ReviewComment } from './ReviewComment';
import { ReviewSide } from './ReviewSide';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1.5, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
  },
  title: { fontWeight: 600, overflowWrap: 'anywhere' },
  sides: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 280px), 1fr))',
    gap: theme.spacing(1, 3),
    margin: theme.spacing(0.5, 0, 1),
  },
}));

export interface ReviewItemProps {
  item: ChecklistItemState;
  change?: DossierChange;
  signed?: DossierItem;
  /** When the last dossier was signed; absent where there is none, and then there is one side only. */
  signedAt?: string;
  comment?: string;
  /** Absent for those who may not decide. */
  onComment?: (id: string, text: string) => void;
}

/** One item under review: as it was signed on the left, as it is now on the right. */
export function ReviewItem(props: ReviewItemProps) {
  const { item, change, signed, signedAt, comment, onComment } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <li className={classes.root}>
      <div className={classes.head}>
        <Typography variant="body2" component="h3" className={classes.title}>
          {item.title}
        </Typography>
        {item.required && <Badge>{t('readiness.items.required')}</Badge>}
        {item.automatic && <Badge>{t('readiness.items.automatic')}</Badge>}
        {change && (
          <Badge>{`${t('readiness.review.changed')}: ${t(
            `readiness.signOff.kinds.${change.kind}`,
          )}`}</Badge>
        )}
      </div>
      <div className={classes.sides}>
        {signedAt && (
          <ReviewSide
            title={t('readiness.review.signed', { date: dayText(signedAt) })}
            content={signed}
            nothing={t('readiness.review.notSigned')}
          />
        )}
        <ReviewSide title={t('readiness.review.now')} content={item} />
      </div>
      {onComment && (
        <ReviewComment
          title={item.title}
          text={comment}
          onChange={text => onComment(item.id, text)}
        />
      )}
    </li>
  );
}
