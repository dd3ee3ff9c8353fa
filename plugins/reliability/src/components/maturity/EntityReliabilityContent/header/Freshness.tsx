import Typography from '@material-ui/core/Typography';
import { useTranslation } from '../../../../hooks/useTranslation';
import { TimeAgo } from '../../../common';

/** How old what is shown is: the assessment, and the catalog under it. */
export function Freshness(props: {
  assessedAt?: string;
  catalogCheckedAt: string | null;
}) {
  const { assessedAt, catalogCheckedAt } = props;
  const { t } = useTranslation();
  return (
    <Typography variant="body2" color="textSecondary" component="span">
      {assessedAt && (
        <>
          {t('entity.header.assessed', { ago: <TimeAgo at={assessedAt} /> })}
          {' · '}
        </>
      )}
      {catalogCheckedAt
        ? t('entity.header.catalog', { ago: <TimeAgo at={catalogCheckedAt} /> })
        : t('entity.header.catalogNever')}
    </Typography>
  );
}
