import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ListAddress } from '../../../../hooks/useListAddress';
import { useScorecards } from '../../../../hooks/useScorecards';
import { useTierNames } from '../../../../hooks/useTierNames';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Async } from '../../../async';
import { ChoiceField } from '../../../common';
import { FacetFilter } from '../../../common/filters';
import type { PreviewParams } from '../previewAddress';
import { PathResult } from './PathResult';

const useStyles = makeStyles(theme => ({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
}));

/** The least work that lifts services to a level. */
export function PathPart({ address }: { address: ListAddress<PreviewParams> }) {
  const { params, change } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  const scorecards = useScorecards();
  const tierNames = useTierNames();
  return (
    <>
      <Typography variant="body2" style={{ maxWidth: '80ch' }}>
        {t('previews.path.intro')}
      </Typography>
      <Async state={scorecards}>
        {({ items }) => {
          const scorecard =
            items.find(({ id }) => id === params.scorecard) ?? items[0];
          const { levels } = scorecard;
          const goal =
            levels.find(({ id }) => id === params.goal) ??
            levels[Math.min(1, levels.length - 1)];
          const filter = {
            scorecard: scorecard.id,
            ...(params.owner.length > 0 && { owner: [...params.owner] }),
            ...(params.tier.length > 0 && { tier: [...params.tier] }),
          };
          return (
            <>
              <section
                className={classes.filters}
                aria-label={t('previews.path.filters')}
              >
                <ChoiceField
                  label={t('previews.path.scorecard')}
                  choices={items}
                  chosen={scorecard.id}
                  onChoose={id =>
                    change({
                      scorecard: id,
                      goal: undefined,
                      check: undefined,
                    })
                  }
                />
                <ChoiceField
                  label={t('previews.path.goal')}
                  choices={levels.map(({ id, name }) => ({ id, title: name }))}
                  chosen={goal.id}
                  onChoose={id => change({ goal: id, check: undefined })}
                />
                <FacetFilter
                  field="tier"
                  filter={filter}
                  chosen={params.tier}
                  names={{ tier: tierNames }}
                  onChange={tier => change({ tier })}
                />
                <FacetFilter
                  field="owner"
                  filter={filter}
                  chosen={params.owner}
                  names={{}}
                  onChange={owner => change({ owner })}
                />
              </section>
              <PathResult
                address={address}
                goal={goal}
                levelCount={levels.length}
              />
            </>
          );
        }}
      </Async>
    </>
  );
}
