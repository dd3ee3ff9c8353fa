import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import PrintIcon from '@material-ui/icons/Print';
import type { Dossier } from '@plimsoll/backstage-plugin-reliability-common';
import { useReadinessLink } from '../../../hooks/readiness/useReadinessLink';
import { useDownloadDossier } from '../../../hooks/readiness/useReviews';
import { useTranslation } from '../../../hooks/useTranslation';
import { errorText } from '../../async';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 1.5),
    marginBottom: theme.spacing(2),
  },
}));

/** Print, download, and the way back to the checklist; not on paper. */
export function DossierActions({ dossier }: { dossier: Dossier }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const linkTo = useReadinessLink();
  const { state, run } = useDownloadDossier(dossier.review.id);
  return (
    <div className={classes.root} data-print="hidden">
      <Button
        size="small"
        variant="outlined"
        startIcon={<PrintIcon />}
        onClick={() => window.print()}
      >
        {t('readiness.dossier.print')}
      </Button>
      <Button size="small" variant="outlined" onClick={() => run('md')}>
        {t('readiness.signOff.markdown')}
      </Button>
      <Button size="small" variant="outlined" onClick={() => run('json')}>
        {t('readiness.signOff.json')}
      </Button>
      <Link
        to={linkTo(dossier.service.entityRef, {
          checklist: dossier.checklist.id,
        })}
      >
        {t('readiness.dossier.open')}
      </Link>
      <span role="alert">
        {state.kind === 'failed' &&
          t('readiness.signOff.downloadFailed', {
            message: errorText(state.error),
          })}
      </span>
    </div>
  );
}
