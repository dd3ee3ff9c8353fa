import Typography from '@material-ui/core/Typography';
import type { Review } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { SafeMarkdown, TimeAgo } from '../../../common';
import { Person } from '../../../maturity/Person';

/** What the reviewer said on the whole; what was said on an item stands at the item. */
export function ReturnedComment({ review }: { review: Review }) {
  const { comment, decidedBy, decidedAt } = review;
  const { t } = useTranslation();
  return (
    <Typography variant="body2" component="div">
      {decidedBy &&
        decidedAt &&
        t('readiness.review.lastComment', {
          who: <Person name={decidedBy} />,
          ago: <TimeAgo at={decidedAt} />,
        })}
      {comment && <SafeMarkdown text={comment} />}
    </Typography>
  );
}
