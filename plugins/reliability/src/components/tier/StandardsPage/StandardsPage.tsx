import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useChecklists } from '../../../hooks/readiness/useChecklist';
import { useScrollToHash } from '../../../hooks/useScrollToHash';
import {
  useFactCatalogue,
  useScorecardDefinitions,
} from '../../../hooks/useStandards';
import { useTiers } from '../../../hooks/useTiers';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  checklistAnchor,
  levelAnchor,
  phaseAnchor,
  scorecardAnchor,
} from '../../../utils/anchors';
import { Async } from '../../async';
import { Checklist } from './Checklist';
import { Part } from './Part';
import { Contents, ContentsEntry } from './Contents';
import { FactCatalogue } from './FactCatalogue';
import { HowComputed } from './HowComputed';
import { Scorecard } from './Scorecard';
import { TierContracts } from './TierContracts';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gap: theme.spacing(3, 6),
    gridTemplateColumns: 'minmax(0, 1fr)',
    [theme.breakpoints.up('md')]: {
      gridTemplateColumns: '208px minmax(0, 1fr)',
    },
  },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(3),
    minWidth: 0,
  },
  intro: { maxWidth: '80ch' },
}));

type Definitions = ReturnType<typeof useScorecardDefinitions>;
type Checklists = ReturnType<typeof useChecklists>;

/** Every tier contract and scorecard in force, to be read as documentation. */
export function StandardsPage() {
  const classes = useStyles();
  const { t } = useTranslation();
  const tiers = useTiers();
  const scorecards = useScorecardDefinitions();
  const checklists = useChecklists();
  const facts = useFactCatalogue();
  const settled = (state: { kind: string }) => state.kind !== 'loading';
  // Later parts push earlier ones about, so the address is followed when all of them are there.
  useScrollToHash([tiers, scorecards, checklists, facts].every(settled));
  const now = new Date().toISOString();
  return (
    <div className={classes.root}>
      <Contents entries={useContents(scorecards, checklists)} />
      <div className={classes.body}>
        <Typography variant="body2" className={classes.intro}>
          {t('standards.intro')}
        </Typography>
        <Part id="tiers" title={t('standards.tiers.title')}>
          <Typography variant="body2" className={classes.intro} paragraph>
            {t('standards.tiers.intro')}
          </Typography>
          <Async state={tiers}>
            {({ items }) => <TierContracts tiers={items} />}
          </Async>
        </Part>
        <Part id="computed" title={t('standards.computed.title')}>
          <HowComputed />
        </Part>
        <Async state={scorecards}>
          {definitions =>
            definitions.length === 0 ? (
              <Typography variant="body2">
                {t('standards.scorecard.none')}
              </Typography>
            ) : (
              definitions.map(definition => (
                <Scorecard
                  key={definition.id}
                  definition={definition}
                  now={now}
                />
              ))
            )
          }
        </Async>
        <Async state={checklists}>
          {({ items }) =>
            items.map(({ definition }) => (
              <Checklist
                key={definition.id}
                definition={definition}
                tiers={tiers.kind === 'ready' ? tiers.value.items : []}
              />
            ))
          }
        </Async>
        <Part id="facts" title={t('standards.facts.title')}>
          <Typography variant="body2" className={classes.intro}>
            {t('standards.facts.intro')}
          </Typography>
          <Async state={facts}>
            {({ items }) => <FactCatalogue facts={items} />}
          </Async>
        </Part>
      </div>
    </div>
  );
}

function useContents(
  scorecards: Definitions,
  checklists: Checklists,
): ContentsEntry[] {
  const { t } = useTranslation();
  const definitions = scorecards.kind === 'ready' ? scorecards.value : [];
  return [
    { id: 'tiers', title: t('standards.tiers.title') },
    { id: 'computed', title: t('standards.computed.title') },
    ...definitions.map(({ id, title, levels, checks }) => ({
      id: scorecardAnchor(id),
      title,
      entries: levels
        .filter(level => checks.some(check => check.level === level.id))
        .map(level => ({ id: levelAnchor(id, level.id), title: level.name })),
    })),
    ...(checklists.kind === 'ready' ? checklists.value.items : []).map(
      ({ definition: { id, title, phases } }) => ({
        id: checklistAnchor(id),
        title,
        entries: phases.map(phase => ({
          id: phaseAnchor(id, phase.id),
          title: phase.title,
        })),
      }),
    ),
    { id: 'facts', title: t('standards.facts.title') },
  ];
}
