import { makeStyles } from '@material-ui/core/styles';
import {
  COMPOSITE,
  type ObjectiveEvaluationItem,
  type SloResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { targetText } from '../../../utils/slo/numbers';
import { SloStatusMark, useSloWords } from '../common';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  choice: {
    display: 'grid',
    gap: 2,
    font: 'inherit',
    fontSize: '0.8125rem',
    textAlign: 'left',
    padding: theme.spacing(0.75, 1.5),
    color: theme.palette.text.primary,
    backgroundColor: 'transparent',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    cursor: 'pointer',
    [theme.breakpoints.down('xs')]: { flex: '1 1 100%' },
    '&:hover': { borderColor: theme.palette.text.secondary },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 1,
    },
    '&[aria-pressed=true]': {
      borderColor: theme.palette.primary.main,
      boxShadow: `inset 0 0 0 1px ${theme.palette.primary.main}`,
    },
  },
  name: { fontWeight: 600 },
  budget: { fontVariantNumeric: 'tabular-nums' },
}));

/** Chooses among several objectives, or a composite and its members; with one there is nothing to choose. */
export function ObjectiveChoice(props: {
  slo: SloResponse;
  chosen: string;
  onChoose: (id: string) => void;
}) {
  const { slo, chosen, onChoose } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const words = useSloWords();
  if (slo.evaluations.length < 2) return null;
  const nameOf = ({ id, title, weight }: ObjectiveEvaluationItem) => {
    if (id === COMPOSITE) {
      return t('slo.objectives.composite', {
        how: t(`slo.objectives.aggregation.${aggregationOf(slo)}`),
      });
    }
    const name = title || t('slo.objectives.numbered', { number: id });
    return weight === null
      ? name
      : t('slo.objectives.weighted', { name, weight: String(weight) });
  };
  return (
    <div
      className={classes.root}
      role="group"
      aria-label={t('slo.objectives.label')}
    >
      {slo.evaluations.map(each => (
        <button
          key={each.id}
          type="button"
          className={classes.choice}
          aria-pressed={each.id === chosen}
          onClick={() => onChoose(each.id)}
        >
          <span className={classes.name}>{nameOf(each)}</span>
          <span className={classes.budget}>
            {`${targetText(each.target)} · ${words.budget(
              each.budget.remaining,
            )}`}
          </span>
          <SloStatusMark status={each.status} flags={each.flags} />
        </button>
      ))}
    </div>
  );
}

const aggregations = ['weightedSum', 'weightedAverage', 'worst'] as const;

function aggregationOf(slo: SloResponse) {
  return (
    aggregations.find(each => each === slo.composite?.aggregation) ??
    'weightedSum'
  );
}
