import { makeStyles } from '@material-ui/core/styles';
import type { UnderstoodSlo } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { shareText, spanText } from '../../../utils/slo/numbers';
import { saveTextFile } from '../../../utils/textFile';
import { SmallButton } from '../../common';
import { Section } from '../../maturity/Section';
import { CodeBlock, useSloWords } from '../common';
import { Disclosure } from '../SlosView/parts/Disclosure';
import { UnderstoodAlerts } from './UnderstoodAlerts';

const useStyles = makeStyles(theme => ({
  quiet: { color: theme.palette.text.secondary },
  objective: { margin: theme.spacing(1.5, 0) },
  promise: { fontWeight: 600 },
}));

const PPM = 1_000_000;

/** What was understood of one SLO: what it promises, what that leaves, and what follows. */
export function Understood({ slo }: { slo: UnderstoodSlo }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const words = useSloWords();
  const nameOf = (objective: UnderstoodSlo['objectives'][number]) =>
    slo.objectives.length > 1 ? objective.title || objective.id : '';
  const file = `${slo.name}.openslo.yaml`;
  return (
    <Section title={t('sloDraft.understood.title', { title: slo.title })}>
      <div className={classes.quiet}>
        <code>{slo.name}</code>
        {' · '}
        {t('sloDraft.understood.source', { source: slo.source })}
        {' · '}
        {t(`sloDraft.understood.method.${slo.method}`)}
        {slo.window.timeZone && ` · ${slo.window.timeZone}`}
      </div>
      {slo.objectives.map(objective => (
        <div key={objective.id} className={classes.objective}>
          <div className={classes.promise}>
            {nameOf(objective) && `${nameOf(objective)}: `}
            {words.objective(objective.target, slo.window)}
          </div>
          {t('slo.promise.budget', {
            share: shareText((PPM - objective.target) / PPM),
            time: spanText(objective.budgetMs),
          })}
          <UnderstoodAlerts
            alerts={objective.alerts}
            name={nameOf(objective) || slo.title}
          />
        </div>
      ))}
      <Disclosure
        title={t('sloDraft.understood.openslo')}
        summary={t('sloDraft.understood.opensloSummary')}
      >
        <CodeBlock
          label={file}
          text={slo.openslo}
          actions={
            <SmallButton
              onClick={() =>
                saveTextFile(file, slo.openslo, 'application/yaml')
              }
            >
              {t('slo.files.download')}
            </SmallButton>
          }
        />
      </Disclosure>
    </Section>
  );
}
