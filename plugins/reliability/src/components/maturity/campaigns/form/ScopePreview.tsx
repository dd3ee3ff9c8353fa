import { makeStyles } from '@material-ui/core/styles';
import { useDebounced } from '../../../../hooks/useDebounced';
import { useRoute } from '../../../../hooks/useRoute';
import { useTranslation } from '../../../../hooks/useTranslation';
import { errorText } from '../../../async';
import { CampaignBar } from '../common/CampaignBar';
import { scopeOf, type CampaignForm } from './campaignForm';

const useStyles = makeStyles(theme => ({
  root: {
    marginTop: theme.spacing(2),
    padding: theme.spacing(1.5, 2),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    minHeight: 88,
  },
  label: { fontWeight: 600, marginBottom: theme.spacing(0.5) },
}));

function Counted({ form }: { form: CampaignForm }) {
  const { t } = useTranslation();
  const body = useDebounced(JSON.stringify(scopeOf(form)));
  const state = useRoute('previewCampaign', { body: JSON.parse(body) });
  switch (state.kind) {
    case 'loading':
      return <>…</>;
    case 'failed':
      return (
        <>
          {t('campaigns.preview.failed', { message: errorText(state.error) })}
        </>
      );
    default: {
      const { totals, matched, notApplicable, teams } = state.value;
      return (
        <div aria-busy={state.refreshing}>
          <CampaignBar totals={totals} />
          <div>
            {t('campaigns.preview.matched', { count: matched })}{' '}
            {notApplicable > 0 &&
              `${t('campaigns.preview.apart', { count: notApplicable })} `}
            {t('campaigns.preview.teams', { count: teams })}
          </div>
        </div>
      );
    }
  }
}

/** What a campaign would come to now, while it is being written. */
export function ScopePreview({ form }: { form: CampaignForm }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const asks = form.checks.length + form.items.length > 0;
  return (
    <section
      className={classes.root}
      aria-label={t('campaigns.preview.label')}
      aria-live="polite"
    >
      <div className={classes.label}>{t('campaigns.preview.label')}</div>
      {asks ? <Counted form={form} /> : t('campaigns.preview.choose')}
    </section>
  );
}
