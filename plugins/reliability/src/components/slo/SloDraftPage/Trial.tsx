import { makeStyles } from '@material-ui/core/styles';
import type {
  DryRunResponse,
  SloDiagnosticItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { spanText, targetText } from '../../../utils/slo/numbers';
import { rangeText } from '../../../utils/slo/times';
import { ChoiceField } from '../../common';
import { Section } from '../../maturity/Section';
import { Diagnostics } from '../common';
import { TrialAlerts } from './TrialAlerts';
import { TrialBudget } from './TrialBudget';
import { TrialFigures } from './TrialFigures';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  quiet: { color: theme.palette.text.secondary },
}));

export interface TrialProps {
  reply: DryRunResponse;
  /** The text is another by now. */
  outdated: boolean;
  onPlace: (item: SloDiagnosticItem) => void;
}

/** How a draft would have done. */
export function Trial({ reply, outdated, onPlace }: TrialProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string>();
  const { objectives } = reply;
  const objective = objectives.find(({ id }) => id === chosen) ?? objectives[0];
  return (
    <Section title={t('sloDraft.trial.of', { name: reply.name })}>
      <div className={classes.root}>
        <div>
          <div className={classes.quiet}>
            {t('sloDraft.trial.about', {
              range: rangeText(reply.from, reply.to),
              step: spanText(reply.stepMs),
            })}
          </div>
          {outdated && <div>{t('sloDraft.verdict.outdated')}</div>}
          <Diagnostics items={reply.diagnostics} hideFile onPlace={onPlace} />
        </div>
        <ChoiceField
          label={t('sloDraft.trial.objective')}
          choices={objectives.map(({ id, title, target }) => ({
            id,
            title: [title || id, targetText(target)].join(', '),
          }))}
          chosen={objective?.id}
          onChoose={setChosen}
        />
        {objective && (
          <>
            <TrialFigures objective={objective} />
            <TrialBudget objective={objective} />
            <TrialAlerts key={objective.id} alerts={objective.alerts} />
          </>
        )}
      </div>
    </Section>
  );
}
