import { makeStyles } from '@material-ui/core/styles';
import type { ReviewFilter } from '../../../hooks/incidents/useBudgetReviews';
import { useTranslation } from '../../../hooks/useTranslation';
import { SmallButton } from '../../common';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1, 3) },
  group: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

const kinds = [undefined, 'dark-burn', 'blind-spot'] as const;
const states = ['open', 'settled'] as const;

/** Which kind, and whether open or settled. */
export function ReviewChoices(props: {
  filter: ReviewFilter;
  onChange: (filter: ReviewFilter) => void;
}) {
  const { filter, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <div className={classes.root}>
      <div
        className={classes.group}
        role="group"
        aria-label={t('incidentAdmin.reviews.states')}
      >
        {states.map(state => (
          <SmallButton
            key={state}
            aria-pressed={state === filter.state}
            onClick={() => onChange({ ...filter, state })}
          >
            {t(`incidentAdmin.reviews.state.${state}`)}
          </SmallButton>
        ))}
      </div>
      <div
        className={classes.group}
        role="group"
        aria-label={t('incidentAdmin.reviews.kinds')}
      >
        {kinds.map(kind => (
          <SmallButton
            key={kind ?? ''}
            aria-pressed={kind === filter.kind}
            onClick={() => onChange({ ...filter, kind })}
          >
            {kind
              ? t(`incidentAdmin.reviews.kind.${kind}`)
              : t('incidentAdmin.reviews.all')}
          </SmallButton>
        ))}
      </div>
    </div>
  );
}
