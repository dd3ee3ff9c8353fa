import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ObjectiveEvaluationItem,
  SloCorrection,
  SloResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { SmallButton } from '../../../common';
import { useSloWords } from '../../common';
import { SubSection } from '../parts/SubSection';
import { CorrectionDialog } from './CorrectionDialog';
import { CorrectionLine } from './CorrectionLine';
import { RemoveCorrectionDialog } from './RemoveCorrectionDialog';

const useStyles = makeStyles(theme => ({
  list: { margin: theme.spacing(1, 0, 0), padding: 0, listStyle: 'none' },
}));

export interface CorrectionsProps {
  slo: SloResponse;
  objective: ObjectiveEvaluationItem | undefined;
  onChanged: (slo: SloResponse) => void;
}

/** Time that was taken out of the budget, the budget with and without it, and the way to change that. */
export function Corrections({ slo, objective, onChanged }: CorrectionsProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  const words = useSloWords();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<SloCorrection>();
  const [said, setSaid] = useState('');
  const { corrections, mayCorrect } = slo;
  if (corrections.length === 0 && !mayCorrect) return null;
  const close = () => {
    setAdding(false);
    setRemoving(undefined);
  };
  const written = (sentence: string) => (reply: { slo: SloResponse }) => {
    close();
    setSaid(sentence);
    onChanged(reply.slo);
  };
  return (
    <SubSection
      title={t('slo.corrections.title')}
      actions={
        mayCorrect && (
          <SmallButton onClick={() => setAdding(true)}>
            {t('slo.corrections.add')}
          </SmallButton>
        )
      }
    >
      <Typography variant="body2" role="status">
        {said}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {objective?.uncorrected
          ? t('slo.corrections.both', {
              with: words.budget(objective.budget.remaining),
              without: words.budget(objective.uncorrected.remaining),
            })
          : t('slo.corrections.none')}
      </Typography>
      <ul className={classes.list}>
        {corrections.map(correction => (
          <CorrectionLine
            key={correction.id}
            correction={correction}
            onRemove={mayCorrect ? () => setRemoving(correction) : undefined}
          />
        ))}
      </ul>
      {adding && (
        <CorrectionDialog
          slo={slo}
          onWritten={written(t('slo.corrections.added'))}
          onClose={close}
        />
      )}
      {removing && (
        <RemoveCorrectionDialog
          slo={slo}
          correction={removing}
          onWritten={written(t('slo.corrections.removed'))}
          onClose={close}
        />
      )}
    </SubSection>
  );
}
