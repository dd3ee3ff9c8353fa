import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { CampaignResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback, useState } from 'react';
import { useCampaignLinks } from '../../../../hooks/campaigns/useCampaignLinks';
import { useCall } from '../../../../hooks/useCall';
import { useAction } from '../../../../hooks/useAction';
import { useTranslation } from '../../../../hooks/useTranslation';
import { refusalOf } from '../../../common';
import { Section } from '../../Section';
import { EnforcementResult } from './EnforcementResult';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(2) },
  form: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
  },
}));

const today = () => new Date().toISOString().slice(0, 10);

/** After a campaign: its checks move into the scorecard. */
export function EnforcementSection({
  campaign,
}: {
  campaign: CampaignResponse;
}) {
  const { id, requirements } = campaign;
  const classes = useStyles();
  const { t } = useTranslation();
  const call = useCall();
  const links = useCampaignLinks();
  const [from, setFrom] = useState(today());
  const ask = useCallback(
    () => call('previewCampaignEnforcement', { id, body: { from } }),
    [call, id, from],
  );
  const { state, run } = useAction(ask);
  const isNew = requirements.some(
    each =>
      each.kind === 'check' &&
      (each.enforcement === 'planned' || each.enforcement === 'scheduled'),
  );
  return (
    <Section
      title={t('campaigns.enforcement.title')}
      actions={
        <Link to={links.preview}>{t('campaigns.enforcement.preview')}</Link>
      }
    >
      <Typography variant="body2" component="div" className={classes.root}>
        <div>
          {t(
            isNew
              ? 'campaigns.enforcement.intro'
              : 'campaigns.enforcement.nothing',
          )}
        </div>
        {isNew && (
          <div className={classes.form}>
            <TextField
              id="campaign-enforce-from"
              type="date"
              size="small"
              variant="outlined"
              label={t('campaigns.enforcement.from')}
              value={from}
              onChange={event => setFrom(event.target.value)}
              InputLabelProps={{ shrink: true }}
            />
            <Button
              variant="outlined"
              disabled={state.kind === 'running' || from === ''}
              onClick={() => run()}
            >
              {t('campaigns.enforcement.run')}
            </Button>
          </div>
        )}
        <div role="alert">
          {refusalOf(state, {
            forbidden: t('campaigns.enforcement.forbidden'),
            failed: message => t('campaigns.enforcement.failed', { message }),
          })}
        </div>
        {state.kind === 'done' && <EnforcementResult found={state.value} />}
      </Typography>
    </Section>
  );
}
