import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Report,
  ServiceResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { pointsMissing } from '../../../../utils/points';
import { nextStepOf, type NextStep } from '../../nextStep';
import { Section } from '../../Section';
import { KeepIt } from './KeepIt';
import { NextStepItem } from './NextStepItem';
import { useNextStepTitle } from './useNextStepTitle';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  note: { marginTop: theme.spacing(2) },
}));

/** More than these at once discourage; the rest is one click away. */
const SHOWN = 5;

type ToDo = Extract<NextStep, { kind: 'checks' | 'points' }>;

function ToDoList({ step, report }: { step: ToDo; report: Report }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? step.checks : step.checks.slice(0, SHOWN);
  const hidden = step.checks.length - shown.length;
  const min = String(step.minScore ?? 0);
  return (
    <>
      {step.kind === 'points' && (
        <Typography variant="body2" gutterBottom>
          {t('entity.next.pointsText', { level: step.next.name, min })}
        </Typography>
      )}
      <ol className={classes.list}>
        {shown.map((check, index) => (
          <NextStepItem
            key={check.id}
            number={index + 1}
            check={check}
            scorecard={report.scorecard.id}
          />
        ))}
      </ol>
      {hidden > 0 && (
        <Button
          size="small"
          className={classes.note}
          onClick={() => setAll(true)}
        >
          {t('entity.next.showMore', { count: hidden })}
        </Button>
      )}
      {step.kind === 'checks' && step.missingScore > 0 && (
        <Typography variant="body2" className={classes.note}>
          {t('entity.next.pointsToo', {
            count: pointsMissing(step.missingScore),
            level: step.next.name,
            min,
          })}
        </Typography>
      )}
      {step.others > 0 && (
        <Typography
          variant="body2"
          color="textSecondary"
          className={classes.note}
        >
          {t('entity.next.alsoFailing', { count: step.others })}
        </Typography>
      )}
    </>
  );
}

function Body({ step, report }: { step: NextStep; report: Report }) {
  const { t } = useTranslation();
  switch (step.kind) {
    case 'top':
      return <KeepIt watch={step.watch} />;
    case 'nothing-applies':
      return (
        <Typography variant="body2">
          {t('entity.next.nothingAppliesText', { level: step.next.name })}
        </Typography>
      );
    case 'waiting':
      return (
        <Typography variant="body2">{t('entity.next.waiting')}</Typography>
      );
    default:
      return <ToDoList step={step} report={report} />;
  }
}

/** What to do next, with all that is needed to do it. */
export function NextSteps(props: {
  report: Report;
  facts: ServiceResponse['facts'];
}) {
  const { report, facts } = props;
  const step = nextStepOf(report, facts);
  return (
    <Section title={useNextStepTitle(step)}>
      <Body step={step} report={report} />
    </Section>
  );
}
