import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { reliabilitySloDryRunPermission } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { ChoiceField, SmallButton } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 1.5),
  },
  days: { display: 'flex', gap: theme.spacing(0.5) },
  button: { textTransform: 'none' },
}));

const choices = [7, 30, 90] as const;

export interface TrialActionsProps {
  /** The SLOs of the document, where that is known. */
  slos: readonly { name: string; title: string }[];
  disabled: boolean;
  running: boolean;
  onRun: (request: { days: number; name?: string }) => void;
}

/** What a trial run looks at, and the way to begin it; who may not is told so. */
export function TrialActions(props: TrialActionsProps) {
  const { slos, disabled, running, onRun } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [days, setDays] = useState<number>(30);
  const [chosen, setChosen] = useState<string>();
  const name = (slos.find(slo => slo.name === chosen) ?? slos[0])?.name;
  const { allowed, loading } = usePermission({
    permission: reliabilitySloDryRunPermission,
  });
  if (loading) return null;
  if (!allowed) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('sloDraft.trial.forbidden')}
      </Typography>
    );
  }
  return (
    <div className={classes.root}>
      <ChoiceField
        label={t('sloDraft.trial.slo')}
        choices={slos.map(slo => ({ id: slo.name, title: slo.title }))}
        chosen={name}
        onChoose={setChosen}
      />
      <div
        className={classes.days}
        role="group"
        aria-label={t('sloDraft.trial.days')}
      >
        {choices.map(count => (
          <SmallButton
            key={count}
            aria-pressed={count === days}
            onClick={() => setDays(count)}
          >
            {t('sloDraft.trial.day', { count })}
          </SmallButton>
        ))}
      </div>
      <Button
        size="small"
        variant="outlined"
        className={classes.button}
        disabled={disabled || running}
        onClick={() => onRun({ days, ...(name && { name }) })}
      >
        {t(running ? 'sloDraft.trial.running' : 'sloDraft.trial.action')}
      </Button>
    </div>
  );
}
