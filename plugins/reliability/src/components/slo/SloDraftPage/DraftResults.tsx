import { makeStyles } from '@material-ui/core/styles';
import TryIcon from '@material-ui/icons/PlaylistAddCheck';
import type { SloDiagnosticItem } from '@plimsoll/backstage-plugin-reliability-common';
import type { useDryRun, useValidate } from '../../../hooks/slo/useDraft';
import { useTranslation } from '../../../hooks/useTranslation';
import { Loading, StateMessage } from '../../async';
import { Refused } from './Refused';
import { Trial } from './Trial';
import { Understood } from './Understood';
import { Verdict } from './Verdict';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
}));

export interface DraftResultsProps {
  document: string;
  validated: ReturnType<typeof useValidate>['state'];
  tried: ReturnType<typeof useDryRun>['state'];
  onPlace: (item: SloDiagnosticItem) => void;
}

/** What came of the trial run and of the check; each has its own face. */
export function DraftResults(props: DraftResultsProps) {
  const { document, validated, tried, onPlace } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const running = validated.kind === 'running' || tried.kind === 'running';
  return (
    <div className={classes.root} aria-busy={running}>
      {validated.kind === 'idle' && tried.kind === 'idle' && (
        <StateMessage icon={<TryIcon />} title={t('sloDraft.check.first')} />
      )}
      {running && <Loading />}
      <Refused
        state={validated}
        title={t('sloDraft.check.failed')}
        forbidden={t('common.forbidden.text')}
      />
      {validated.kind === 'done' && (
        <Verdict
          reply={validated.value.reply}
          outdated={validated.value.document !== document}
          onPlace={onPlace}
        />
      )}
      <Refused
        state={tried}
        title={t('sloDraft.trial.failed')}
        forbidden={t('sloDraft.trial.forbidden')}
      />
      {tried.kind === 'done' && (
        <Trial
          reply={tried.value.reply}
          outdated={tried.value.document !== document}
          onPlace={onPlace}
        />
      )}
      {validated.kind === 'done' &&
        validated.value.reply.slos.map(slo => (
          <Understood key={slo.name} slo={slo} />
        ))}
    </div>
  );
}
