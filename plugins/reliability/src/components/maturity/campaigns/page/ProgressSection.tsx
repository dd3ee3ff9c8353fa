import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  CampaignProgressResponse,
  CampaignResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useRoute } from '../../../../hooks/useRoute';
import { useTranslation } from '../../../../hooks/useTranslation';
import { dayText } from '../../../../utils/dates';
import { Async } from '../../../async';
import { Section } from '../../Section';
import { CampaignBar } from '../common/CampaignBar';
import { BurnUpChart } from './BurnUpChart';
import { BurnUpTable } from './BurnUpTable';
import { useProjectionWords } from './useProjectionWords';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(1.5) },
  outlook: { fontWeight: 600 },
  quiet: { color: theme.palette.text.secondary },
}));

function Progress(props: {
  campaign: CampaignResponse;
  progress: CampaignProgressResponse;
}) {
  const { campaign, progress } = props;
  const { now, partial, days, projection } = progress;
  const { state, dueAt, frozen } = campaign;
  const classes = useStyles();
  const { t } = useTranslation();
  const words = useProjectionWords(dueAt);
  return (
    <div className={classes.root}>
      <CampaignBar totals={now} />
      {frozen && (
        <span className={classes.quiet}>
          {t('campaigns.numbers.frozen', { day: dayText(frozen) })}
        </span>
      )}
      {projection && (
        <span className={classes.outlook}>{words(projection)}</span>
      )}
      {partial && <span>{t('campaigns.progress.partial')}</span>}
      {!partial && state === 'draft' && (
        <span>{t('campaigns.progress.draft')}</span>
      )}
      {days.length > 1 && <BurnUpChart progress={progress} dueAt={dueAt} />}
      {days.length > 0 && <BurnUpTable days={days} />}
    </div>
  );
}

/** How far a campaign is, day by day, and when it is done at this pace. */
export function ProgressSection({ campaign }: { campaign: CampaignResponse }) {
  const { id, version } = campaign;
  const { t } = useTranslation();
  // What a write changes shows at once: the version is what the answer is about.
  const state = useRoute('getCampaignProgress', { id }, String(version));
  return (
    <Section title={t('campaigns.progress.title')}>
      <Typography variant="body2" component="div">
        <Async state={state} dense>
          {progress => <Progress campaign={campaign} progress={progress} />}
        </Async>
      </Typography>
    </Section>
  );
}
