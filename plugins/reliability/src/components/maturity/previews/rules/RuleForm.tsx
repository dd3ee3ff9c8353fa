import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  yamlText,
  type PreviewRequest,
  type ScorecardDefinition,
  type TiersResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { SmallButton } from '../../../common';
import { CheckTable } from './CheckTable';
import { countChanges, emptyDraft, faultOf, requestOf } from './draft';
import { PasteField } from './PasteField';
import { RunBar } from './RunBar';
import { TierTable } from './TierTable';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  title: { fontWeight: 600 },
  modes: { display: 'flex', gap: theme.spacing(1) },
}));

/** Changes to a scorecard and to tiers, in tables or as text. */
export function RuleForm(props: {
  definition: ScorecardDefinition;
  tiers: TiersResponse['items'];
  running: boolean;
  refusal?: string;
  onRun: (request: PreviewRequest) => void;
}) {
  const { definition, tiers, running, refusal, onRun } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [mode, setMode] = useState<'table' | 'paste'>('table');
  const [draft, setDraft] = useState(emptyDraft);
  const [text, setText] = useState('');
  const fault = faultOf(draft);
  const count = countChanges(definition, tiers, draft);
  const inWords = () => {
    if (fault) return t(`previews.rules.${fault}`);
    return count > 0
      ? t('previews.rules.changes', { count })
      : t('previews.rules.none');
  };
  const isTable = mode === 'table';
  return (
    <div className={classes.root}>
      <div
        className={classes.modes}
        role="group"
        aria-label={t('previews.rules.how')}
      >
        {(['table', 'paste'] as const).map(each => (
          <SmallButton
            key={each}
            aria-pressed={each === mode}
            onClick={() => setMode(each)}
          >
            {t(`previews.rules.${each}`)}
          </SmallButton>
        ))}
      </div>
      {isTable ? (
        <>
          <CheckTable
            definition={definition}
            draft={draft}
            onChange={setDraft}
          />
          <div>
            <Typography
              variant="subtitle2"
              component="h3"
              className={classes.title}
              gutterBottom
            >
              {t('previews.rules.tiers')}
            </Typography>
            <TierTable tiers={tiers} draft={draft} onChange={setDraft} />
          </div>
        </>
      ) : (
        <PasteField
          value={text}
          onChange={setText}
          onStart={() => setText(yamlText(definition))}
        />
      )}
      <RunBar
        words={isTable ? inWords() : ''}
        blocked={isTable ? count === 0 || fault !== undefined : !text.trim()}
        running={running}
        refusal={refusal}
        onRun={() =>
          onRun(
            isTable
              ? requestOf(definition, tiers, draft)
              : { scorecard: definition.id, definition: text },
          )
        }
        onReset={isTable && count > 0 ? () => setDraft(emptyDraft) : undefined}
      />
    </div>
  );
}
